import { Avatar } from './avatar';
import { fileSize, fullMoment } from './format';
import { Icon } from './icons';
import type { Message } from './types';

const KIND = {
  customer: 'from-customer',
  agent: 'from-agent',
  note: 'is-note',
  task: 'is-entry is-task',
  call: 'is-entry is-call',
} as const;

const WORDS: Partial<Record<Message['role'], string>> = { note: 'Internal note', task: 'Task', call: 'Call' };
const QUOTE = '<blockquote class="quoted">';

interface Props {
  message: Message;
  /** Given for a note or an entry that the signed-in agent wrote. */
  remove: (() => void) | null;
}

function audience({ role, to, cc }: Message): string | null {
  const own = WORDS[role];
  if (own) return own;
  if (cc.length > 0) return `${to.length > 0 ? `to ${to.join(', ')}, ` : ''}copy to ${cc.join(', ')}`;
  return to.length > 0 ? `to ${to.join(', ')}` : null;
}

/** One message. The quoted history at its end is folded away, as mail programs do. */
export function MessageItem({ message, remove }: Props) {
  const cut = message.html.indexOf(QUOTE);
  const fresh = cut < 0 ? message.html : message.html.slice(0, cut);
  const quoted = cut < 0 ? null : message.html.slice(cut);
  const words = audience(message);
  return (
    <article className={`message ${KIND[message.role]}`} data-message-id={message.id}>
      <Avatar name={message.author.name} kind={message.role} />
      <div className="message-card">
        <header className="message-head">
          <span className="message-author">{message.author.name}</span>
          {words && <span className="message-audience">{words}</span>}
          <time className="message-at" dateTime={message.at}>
            {fullMoment(message.at)}
          </time>
          {remove && (
            <button
              type="button"
              className="icon-button remove-note"
              data-remove={message.id}
              aria-label={`Delete this ${message.role}`}
              onClick={remove}
            >
              <Icon name="trash" size={15} />
            </button>
          )}
        </header>
        <div className="message-body">
          {/* The desk cleaned what its agents wrote; mails are shown as they came. */}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: an HTML mail is HTML */}
          <div className="message-text" dangerouslySetInnerHTML={{ __html: fresh }} />
          {quoted && (
            <details className="message-quoted">
              <summary aria-label="Show quoted text">•••</summary>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as above */}
              <div dangerouslySetInnerHTML={{ __html: quoted }} />
            </details>
          )}
        </div>
        {message.attachments.length > 0 && (
          <ul className="attachments" aria-label="Attachments">
            {message.attachments.map((file) => (
              <li key={file.id}>
                <a href={`/attachments/${file.id}`} className="attachment">
                  <Icon name="paperclip" size={15} />
                  <span className="attachment-name">{file.name}</span>
                  <small>{fileSize(file.size)}</small>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}
