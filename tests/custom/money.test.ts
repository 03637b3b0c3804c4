import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { amountOf, decimalOf, moneyWords } from '../../tools/custom/money';

const EUR = {
  input: 'amount',
  currency: 'EUR',
  decimals: 2,
  perCall: 1,
  perTicket: 1,
  typedBy: 'person',
} as const;

test.each([
  ['12.50', 1250],
  ['12,5', 1250],
  ['12', 1200],
  ['0.01', 1],
  [' 12.50 EUR ', 1250],
  ['12.505', undefined],
  ['1,234', undefined],
  ['1.234,50', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['١٢', undefined],
  ['12.50 USD', undefined],
  ['', undefined],
  ['99999999999', undefined],
])('“%s” is %s', (text, amount) => {
  expect(amountOf(text, EUR)).toBe(amount);
});

it('what is shown is what is read again, in every currency', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.integer({ min: 0, max: 3 }),
      (amount, decimals) => {
        const money = { ...EUR, decimals };
        expect(amountOf(decimalOf(amount, decimals), money)).toBe(amount);
        expect(amountOf(moneyWords(amount, money), money)).toBe(amount);
      },
    ),
  );
});
