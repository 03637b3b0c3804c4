import type { Money } from '../../core/custom/format';

/** `1250` → `12.50`. Whole numbers all the way: no amount is ever rounded. */
export function decimalOf(amount: number, decimals: number): string {
  const digits = String(amount).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** What a person typed as a whole number of the smallest unit; undefined when it is no amount. */
export function amountOf(text: string, { decimals, currency }: Money): number | undefined {
  const typed = text.trim().replace(new RegExp(`\\s*${currency}$`, 'i'), '');
  const parts = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed);
  if (!parts) return undefined;
  const [, whole = '', rest = ''] = parts;
  // more digits than the currency has would have to be rounded, and 1,234 may mean a thousand
  if (rest.length > decimals) return undefined;
  return Number(whole + rest.padEnd(decimals, '0'));
}

export function moneyWords(amount: number, { decimals, currency }: Money): string {
  return `${decimalOf(amount, decimals)} ${currency}`;
}
