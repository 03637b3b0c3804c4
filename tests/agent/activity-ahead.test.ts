import { beforeAll, describe, expect, it } from 'vitest';
import { type Book, createBook } from '../../agent/activity-book';
import type { Fact } from '../../core/entry';
import type { LogReader } from '../../storage/read';
import type { Store } from '../../storage/store';
import { actionFact, must, newProfile, openPanel, text } from '../storage/harness';

/** So many that a search reads ahead. */
const ACTIONS = 2_000;

/** Four facts, of which every so often one takes back, is a step of a macro, or sends what stood in the reply box. */
function facts(i: number): Fact[] {
  const tool = i % 50 === 7 ? 'insert_draft' : i % 50 === 31 ? 'send_reply' : 'add_tag';
  const data = {
    tool,
    class: i % 50 === 31 ? 'R4' : 'R2',
    ...(i % 20 === 9 ? { undoes: `a${i - 5}` } : {}),
    ...(i % 20 === 19 && i > 1_200 ? { undoes: `a${i - 1_201}` } : {}),
    ...(i % 300 === 299 ? { parts: [`a${i - 1}`, `a${i - 250}`] } : {}),
  };
  const side = (value: string) => ({
    mediaType: 'application/json',
    text: JSON.stringify([{ field: 'Tag', value }]),
  });
  const sides = { before: side('none'), after: side(`after ${i}`) };
  const title = text(i === 11 ? 'Told to the canary' : `Title ${i}`);
  return [
    actionFact('action.proposed', `a${i}`, { data, contents: { title, ...sides } }),
    actionFact('approval.granted', `a${i}`, { data }),
    actionFact('action.started', `a${i}`, { data }),
    actionFact('action.done', `a${i}`, { data, contents: sides }),
  ];
}

/** The reader, and how many texts it was asked for by their hash, since the last look. */
function counted(store: Store): { reader: LogReader; asked: () => number } {
  let asked = 0;
  const texts: LogReader['texts'] = (hashes) => {
    asked += hashes.length;
    return store.texts(hashes);
  };
  const since = (): number => {
    const count = asked;
    asked = 0;
    return count;
  };
  return { reader: { ...store, texts }, asked: since };
}

async function all(book: Book, step: 'older' | 'further'): Promise<void> {
  while (!book.complete()) await book[step]();
}

describe('an activity that is read to its first entry', { timeout: 120_000 }, () => {
  let store: Store;
  let end = 0;
  beforeAll(async () => {
    store = await openPanel(newProfile());
    for (let i = 0; i < ACTIONS; i += 200)
      must(await store.appendAll(Array.from({ length: 200 }, (_, n) => facts(i + n)).flat()));
    end = (await store.entries()).length;
  }, 120_000);

  it('is the same, page by page and read ahead, and few texts are asked for one by one', async () => {
    const { reader, asked } = counted(store);
    const paged = createBook(reader);
    await paged.upTo(end);
    await all(paged, 'older');
    const oneByOne = asked();
    expect(oneByOne).toBeGreaterThan(3 * ACTIONS);
    // Read long after the one that took it back.
    const undo = paged.view('').all.find(({ actionId }) => actionId === 'a1219');
    expect(undo).toMatchObject({ undoes: 'a18', tookBack: 'Title 18' });

    const ahead = createBook(reader);
    await ahead.upTo(end);
    const newest = ahead.view('title').items.length;
    await ahead.further();
    // The newest are found page by page, at once.
    expect(ahead.view('title').items.length).toBeGreaterThan(newest);
    await all(ahead, 'further');
    expect(asked()).toBeLessThan(oneByOne / 2);
    expect(ahead.view('').all).toHaveLength(ACTIONS);
    expect(ahead.view('').all).toEqual(paged.view('').all);
    for (const words of ['after 7', 'after 77', 'AFTER 1', 'canary'])
      expect(ahead.view(words).items).toEqual(paged.view(words).items);
  });

  it('finds the same while it becomes longer as when it is looked through at the end', async () => {
    const growing = createBook(store);
    await growing.upTo(end);
    while (!growing.complete()) {
      await growing.further();
      growing.view('after 1');
    }
    const later = createBook(store);
    await later.upTo(end);
    await all(later, 'further');
    expect(growing.view('after 1').items).toEqual(later.view('after 1').items);
    expect(growing.view('after 1').items.length).toBeGreaterThan(1_000);
  });

  it('is read on page by page when a search ends before it has come to the first entry', async () => {
    const { reader, asked } = counted(store);
    const book = createBook(reader);
    await book.upTo(end);
    // As far as all entries and some of the texts.
    while (asked() > 0) await book.further();
    for (let i = 0; i < 40; i++) await book.further();
    book.rest();
    await all(book, 'older');
    expect(book.view('').all.map(({ title }) => title)).toContain('Told to the canary');
    expect(book.view('').all).toHaveLength(ACTIONS);
  });

  // Last: it takes something out of the log that the others look for.
  it('forgets a text that is erased, at every point on the way back', async () => {
    const steps = [5, 45, 60, 80];
    const books: Book[] = [];
    for (const count of steps) {
      const book = createBook(store);
      await book.upTo(end);
      for (let i = 0; i < count && !book.complete(); i++) await book.further();
      books.push(book);
    }
    const hashes = await store.findContents((one) => one.includes('canary'));
    expect(hashes).toHaveLength(1);
    must(await store.erase(hashes, { kind: 'user' }));
    const longer = (await store.entries()).length;
    for (const book of books) {
      await book.upTo(longer);
      await all(book, 'further');
      expect(book.view('').all).toHaveLength(ACTIONS);
      expect(JSON.stringify(book.view('').all).includes('canary')).toBe(false);
      expect(book.view('canary').items).toEqual([]);
    }
  });
});
