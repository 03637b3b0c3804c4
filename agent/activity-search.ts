import type { ActivityItem } from './view';

/** Everything of a receipt that a person may look for, in one text. */
export function searchText(item: ActivityItem): string {
  const { title, recordWords, account, words, observed, changes, tookBack } = item;
  const values = changes.flatMap(({ field, before, after }) => [field, before, after]);
  return plain(
    [title, recordWords, account, words, tookBack, ...observed, ...values].filter(Boolean).join('\n'),
  );
}

/** True for a text that holds all the words, in any order and case. */
export function matcher(find: string): (text: string) => boolean {
  const wanted = plain(find)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => wanted.every((word) => text.includes(word));
}

/** True when everything that holds the longer words holds the shorter, too. */
export function narrows(longer: string, shorter: string): boolean {
  return plain(longer).startsWith(plain(shorter));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
