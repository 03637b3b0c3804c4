import { structureOf } from './structure';

/** What a page of the lab can do for its test. All of it goes through the editor's own interface. */
export interface LabEditor {
  /** Where the editable is, as a site file would name it. */
  selector: string;
  /** What this editor, as it is set up here, can hold. A plain box holds none of it. */
  holds: { strong: boolean; em: boolean; link: boolean; list: boolean };
  /** Starts over with this content and an empty undo history. `html` is made of p, br, strong, em, a, ul, ol, li. */
  set(html: string): void | Promise<void>;
  /** The text that counts: HTML (or plain text where `holds` nothing) from the editor's own model. */
  content(): string;
  /** The editor's whole model as text, for exact comparison. */
  model(): string;
  /** How long it gathers what is done into one step of undo, where that is more than a moment. Milliseconds. */
  gathers?: number;
  /** The model's own selection as text, where it has one apart from the document's. */
  selection?(): string;
}

interface Lab extends LabEditor {
  name: string;
  send(): Promise<void>;
  /** What the editor's model holds, line by line; a plain box by its own lines. */
  lines(text?: string): string[];
}

declare global {
  interface Window {
    lab?: Lab;
    labError?: string;
  }
}

/** Shows the page and wires its Send button: it posts what the editor's model says. */
export async function labPage(
  name: string,
  mount: (host: HTMLElement) => LabEditor | Promise<LabEditor>,
): Promise<void> {
  const host = document.getElementById('app');
  if (!host) throw new Error('no place for the editor');
  try {
    const editor = await mount(host);
    const send = async () => {
      await fetch(`/send?page=${name}`, { method: 'POST', body: editor.content() });
    };
    document.getElementById('send')?.addEventListener('click', () => void send());
    window.lab = Object.assign(editor, {
      name,
      send,
      lines: (text = editor.content()) =>
        Object.values(editor.holds).some(Boolean) ? structureOf(text) : plainLines(text),
    });
  } catch (error) {
    window.labError = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
  }
}

const plainLines = (text: string) =>
  text
    .split('\n')
    .map((l) => l.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

export const RICH = { strong: true, em: true, link: true, list: true };
export const PLAIN = { strong: false, em: false, link: false, list: false };

/** Plain text of the HTML that `set` is given. */
export function textOf(html: string): string {
  const doc = new DOMParser().parseFromString(html.replace(/<br>/g, '\n'), 'text/html');
  return [...doc.body.children].map((block) => block.textContent ?? '').join('\n');
}

export function element(tag: string, className: string, host: HTMLElement): HTMLElement {
  const el = document.createElement(tag);
  el.className = className;
  host.append(el);
  return el;
}

/** Waits until a framework has drawn what it was asked to. */
export async function drawn(host: HTMLElement, selector: string): Promise<void> {
  while (!host.querySelector(selector)) await new Promise((done) => setTimeout(done, 10));
  await new Promise((done) => setTimeout(done, 50));
}
