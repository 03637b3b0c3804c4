import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../knowledge/rules';
import { field, message, ticket } from '../model/look';

const proposes = (text: string, subject = 'Question') =>
  adviceFor(ticket({ subject, messages: [message(text)] })).map((a) => `${a.step.tool} ${a.step.value}`);

describe('rules', () => {
  it.each([
    ['I would like a refund', ['add_tag refund']],
    ['Je voudrais être remboursée', ['add_tag refund']],
    ['Bitte um Rückerstattung', ['add_tag refund']],
    ['You charged me twice, I will dispute this with my bank', ['add_tag billing', 'set_priority High']],
    ['Please cancel my plan', ['add_tag cancellation']],
    ['Is there a dark mode?', []],
    ['The refundable fundraiser', []],
  ])('for “%s”: %j', (text, wanted) => expect(proposes(text)).toEqual(wanted));

  it('listens to the subject and the newest message of the customer alone', () => {
    expect(proposes('Any news?', 'Refund')).toEqual(['add_tag refund']);
    const seen = ticket({
      messages: [
        message('refund!'),
        message('refund, says a note', 'note'),
        message('refund', 'agent'),
        message('Thanks'),
      ],
    });
    expect(adviceFor(seen)).toEqual([]);
  });

  it('tags the language only where the team has such a tag', () => {
    const french = [message('Bonjour, je voudrais savoir où est ma commande, merci.')];
    expect(adviceFor(ticket({ messages: french }))).toEqual([]);
    const withTag = ticket({ messages: french, fields: [field('tags', [], ['French', 'vip'], 'tags')] });
    expect(adviceFor(withTag).map((a) => a.step)).toEqual([{ tool: 'add_tag', value: 'french' }]);
  });
});
