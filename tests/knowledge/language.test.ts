import { expect, it } from 'vitest';
import { detectLanguage } from '../../knowledge/language';

it.each([
  ['I would like to know where my order is.', 'en'],
  ['Bonjour, je voudrais savoir où est ma commande, merci.', 'fr'],
  ['Guten Tag, ich möchte wissen, wo meine Bestellung ist.', 'de'],
  ['Hola, quiero saber dónde está mi pedido, gracias.', 'es'],
  ["J'ai pas reçu le colis", 'fr'],
])('hears that “%s” is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it.each(['', 'Invoice 4711', '注文はどこですか', 'INV-2024-0042 €12', '???'])(
  'does not guess for “%s”',
  (text) => {
    expect(detectLanguage(text)).toBeNull();
  },
);
