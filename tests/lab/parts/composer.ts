import { element, type LabEditor, PLAIN, RICH, textOf } from '../page';

/** Ways in which a chat-like composer turns what is typed into an effect. Each effect is a post to the server. */
export type Habit = 'enter-sends' | 'ctrl-enter-sends' | 'mention-adds' | 'slash-runs' | 'autosaves';

const post = (path: string, body: string) => void fetch(`/${path}?page=composer`, { method: 'POST', body });

/** A text area or an editable with one of those habits; it also reports every key event it sees. */
export function composer(host: HTMLElement, habit: Habit, plain: boolean): LabEditor {
  const area = plain ? (element('textarea', 'box', host) as HTMLTextAreaElement) : null;
  const box = area ?? element('div', 'box', host);
  if (!area) box.contentEditable = 'true';
  const text = () => area?.value ?? box.textContent ?? '';
  let timer = 0;
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    box.addEventListener(type, () => post('key', type));
  }
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    if (habit === 'enter-sends' && !event.shiftKey) post('send', text());
    if (habit === 'ctrl-enter-sends' && event.ctrlKey) post('send', text());
  });
  box.addEventListener('beforeinput', (event) => {
    // Chat composers also watch for the line break itself, which is what phones send.
    if (habit === 'enter-sends' && /^insert(LineBreak|Paragraph)$/.test(event.inputType)) {
      event.preventDefault();
      post('send', text());
    }
  });
  box.addEventListener('input', (event) => {
    const { inputType, data } = event as InputEvent;
    const typed = inputType === 'insertText' ? (data ?? '') : '';
    if (habit === 'mention-adds' && /@\w+\s?$/.test(typed)) post('cc', typed);
    if (habit === 'slash-runs' && (/^\/\w+/.test(typed) || inputType === 'insertLineBreak'))
      post('run', typed);
    if (habit === 'autosaves') {
      clearTimeout(timer);
      timer = window.setTimeout(() => post('autosave', text()), 30);
    }
  });
  return {
    selector: '.box',
    holds: plain ? PLAIN : RICH,
    set: (html) => {
      if (area) area.value = textOf(html);
      else box.innerHTML = html;
    },
    content: () => area?.value ?? box.innerHTML,
    model: () => area?.value ?? box.innerHTML,
  };
}
