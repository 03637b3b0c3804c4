import type { Message } from '../../core/observation';
import type { MessageOrder } from '../../core/site';

const UNIT: [RegExp, number][] = [
  [/^s/i, 1],
  [/^mo/i, 2_592_000],
  [/^m/i, 60],
  [/^(?:h|st)/i, 3_600],
  [/^(?:d|t|j)/i, 86_400],
  [/^(?:w|se)/i, 604_800],
  [/^(?:y|a)/i, 31_536_000],
];

/** Seconds on some scale, to compare two times of one page; null for what cannot be compared. */
function secondsOf(at: string): number | null {
  const dots = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D+(\d{1,2})[:.](\d{2}))?/.exec(at);
  if (dots) {
    const [day, month, year, hour = 0, minute = 0] = dots.slice(1).map((part) => Number(part ?? 0));
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) / 1000;
  }
  const parsed = Date.parse(at);
  if (!Number.isNaN(parsed)) return parsed / 1000;
  const ago = /(\d+)\s*(\p{L}+)/u.exec(at);
  const unit = ago ? UNIT.find(([pattern]) => pattern.test(ago[2] ?? ''))?.[1] : undefined;
  return ago && unit ? -Number(ago[1]) * unit : null;
}

/** The messages of a page, oldest first. */
export function inOrder<T extends Pick<Message, 'key' | 'at'>>(messages: T[], order: MessageOrder): T[] {
  if (order === 'newest-first') return messages.toReversed();
  if (order === 'by-time') return oldestFirst(messages);
  return order === 'by-number' ? byNumber(messages) : messages;
}

/** By the number that ends the key; as the page has them where one has no number. */
function byNumber<T extends Pick<Message, 'key'>>(messages: T[]): T[] {
  return numbersOf(messages).every(Number.isSafeInteger)
    ? messages.toSorted((a, b) => numberOf(a) - numberOf(b))
    : messages;
}

const numberOf = ({ key }: Pick<Message, 'key'>): number => Number(/(\d+)$/.exec(key)?.[1] ?? Number.NaN);
const numbersOf = (messages: Pick<Message, 'key'>[]): number[] => messages.map(numberOf);

/** Oldest first, where the page's times or the numbers of its messages say that it shows the newest first. */
export function oldestFirst<T extends Pick<Message, 'key' | 'at'>>(messages: T[]): T[] {
  const times = messages.map((m) => secondsOf(m.at)).filter((t) => t !== null);
  if (times.length === messages.length) return falls(times) ? messages.toReversed() : messages;
  const numbers = numbersOf(messages);
  return numbers.every(Number.isSafeInteger) && falls(numbers) ? messages.toReversed() : messages;
}

/** Never rises, and is not all the same. */
function falls(values: readonly number[]): boolean {
  return (
    values.every((v, i) => i === 0 || v <= (values[i - 1] ?? v)) && (values[0] ?? 0) > (values.at(-1) ?? 0)
  );
}
