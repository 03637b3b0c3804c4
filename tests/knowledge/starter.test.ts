import { describe, expect, it } from 'vitest';
import { KnowledgeItem } from '../../core/knowledge';
import { isWellFormedBody } from '../../core/markup';
import { detectLanguage } from '../../knowledge/language';
import { STARTER_KNOWLEDGE } from '../../knowledge/starter';

describe('the sample knowledge', () => {
  it('is valid, with ids of its own', () => {
    for (const item of STARTER_KNOWLEDGE) expect(KnowledgeItem.safeParse(item).success, item.id).toBe(true);
    expect(new Set(STARTER_KNOWLEDGE.map((i) => i.id)).size).toBe(STARTER_KNOWLEDGE.length);
  });

  it('is written in the language it says, and can be sent', () => {
    for (const item of STARTER_KNOWLEDGE) {
      expect(detectLanguage(item.text), item.id).toBe(item.language);
      expect(isWellFormedBody(item.text).ok, item.id).toBe(true);
    }
  });

  it('uses only blanks that a ticket can fill', () => {
    const blanks = STARTER_KNOWLEDGE.flatMap((i) => i.text.match(/\{\{[^}]*\}\}/g) ?? []);
    expect(new Set(blanks)).toEqual(new Set(['{{order}}', '{{invoice}}']));
  });
});
