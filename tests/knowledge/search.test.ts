import { describe, expect, it } from 'vitest';
import type { KnowledgeItem } from '../../core/knowledge';
import { createIndex } from '../../knowledge/search';
import { STARTER_KNOWLEDGE } from '../../knowledge/starter';

const index = createIndex(STARTER_KNOWLEDGE);
const best = (query: string, language = 'en') => index.search(query, { language })[0];

describe('search', () => {
  it.each([
    ['When do I get my money back for the shoes I returned?', 'en', 'starter-refund'],
    ['You charged my card twice this month', 'en', 'starter-double-charge'],
    ['I cannot log in and the reset link has expired', 'en', 'starter-password-reset'],
    ['The jacket is too small, can I swap it?', 'en', 'starter-exchange'],
    ['Import error: invalid row 12 in my CSV', 'en', 'starter-csv-import'],
    ['Please send me a copy of the invoice', 'en', 'starter-invoice-copy'],
    ['Where is my order? The tracking shows nothing', 'en', 'starter-delivery-delay'],
    ['I want to cancel my subscription', 'en', 'starter-cancellation'],
    ['The vase arrived broken', 'en', 'starter-damaged'],
    ['Thank you so much, it works now', 'en', 'starter-thanks'],
    ['I lost my phone and have no verification code', 'en', 'starter-two-factor'],
    ['Please change the delivery address of my order', 'en', 'starter-address-change'],
    ['The invoice for our order does not show our VAT number, it is missing', 'en', 'starter-invoice-copy'],
    ['My jacket arrived with a torn sleeve', 'en', 'starter-damaged'],
    ['Je n’ai pas reçu mon colis', 'fr', 'starter-fr-delivery'],
    ['Je voudrais un remboursement', 'fr', 'starter-fr-refund'],
    ['J’ai été débité deux fois', 'fr', 'starter-fr-double-charge'],
    ['J’ai oublié mon mot de passe', 'fr', 'starter-fr-password'],
    ['Wann kommt meine Erstattung?', 'de', 'starter-de-refund'],
    ['Mein Paket ist nicht angekommen', 'de', 'starter-de-delivery'],
    ['Quiero un reembolso', 'es', 'starter-es-refund'],
  ])('finds for “%s” (%s) the item %s, strongly', (query, language, id) => {
    expect(best(query, language)).toMatchObject({ item: { id }, strong: true });
  });

  it.each([
    'Is there a dark mode for tablets?',
    'What are your opening hours on Sunday?',
    'Do you have an office in Lisbon?',
    'Hello there',
    'I have a question about my order number and my account',
  ])('finds nothing strong for “%s”', (query) => {
    expect(index.search(query).filter((f) => f.strong)).toEqual([]);
  });

  it('forgives endings, accents and a typo', () => {
    expect(best('refunds')?.item.id).toBe('starter-refund');
    expect(best('remboursements', 'fr')?.item.id).toBe('starter-fr-refund');
    expect(best('pasword')?.item.id).toBe('starter-password-reset');
  });

  it('names the words that met, as they were spelled', () => {
    expect(best('Why was I Charged TWICE?')?.matched).toEqual(['charged', 'twice']);
  });

  it('keeps to a kind and a limit', () => {
    const hits = index.search('refund return', { kind: 'article', limit: 1 });
    expect(hits.map((f) => f.item.id)).toEqual(['starter-refund-policy']);
  });

  it('survives empty, wordless and huge queries, and ids like __proto__', () => {
    expect(index.search('')).toEqual([]);
    expect(index.search('… !!! 💥')).toEqual([]);
    const started = performance.now();
    expect(index.search('refund '.repeat(200_000)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(3000);
    const odd: KnowledgeItem = {
      id: '__proto__',
      kind: 'macro',
      title: 'constructor',
      text: 'toString',
      language: 'en',
      keywords: ['hasOwnProperty'],
      steps: [],
      origin: 'x',
      updatedAt: '',
    };
    expect(createIndex([odd]).search('constructor hasOwnProperty')[0]?.item).toEqual(odd);
  });

  it('holds two thousand items and still answers quickly', () => {
    const many = Array.from({ length: 2000 }, (_, i) => ({
      ...(STARTER_KNOWLEDGE[i % STARTER_KNOWLEDGE.length] as KnowledgeItem),
      id: `many-${i}`,
    }));
    const big = createIndex(many);
    const started = performance.now();
    expect(big.search('When do I get my refund for order 4711?', { limit: 3 })).toHaveLength(3);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
