import { findSeen } from './find';
import { offersMore } from './messages';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

const PLACES =
  'h1, h2, h3, h4, h5, [role="heading"], [role="tab"], caption, [class*="title" i], [class*="count" i]';
const COUNT =
  /(?:^|[\s(])(\d{1,4}) (?:articles?|messages?|comments?|replies|reply|entries|nachrichten|beiträge|antworten|artikel|réponses|mensajes|respuestas|artículos|articoli|artigos|messaggi|mensagens|wiadomości|artykuł(?:y|ów)|komentarz[ye]|сообщени[йяе]|комментари[йяев]{1,2}|meddelanden|berichten|reacties)(?![\p{L}])/iu;

/** What the page says of messages that do not stand on it: a button that brings more, or a higher number of them. */
export function missingFrom(sight: Sight, items: readonly Element[], read: number, folded: number): string[] {
  const counts = findSeen(sight, PLACES).flatMap((el) => {
    const text = oneLine(el.textContent ?? '');
    const count =
      text.length <= 60 && !items.some((item) => item.contains(el)) ? COUNT.exec(text)?.[1] : null;
    return count ? [Number(count)] : [];
  });
  const most = Math.max(0, ...counts);
  const hidden = folded > 0 ? [`Messages folded up on the page: ${folded}.`] : [];
  const counted =
    most > read + folded ? [`The page counts ${most} messages, and shows ${read} of them.`] : [];
  return [...offersMore(sight, items), ...hidden, ...counted];
}
