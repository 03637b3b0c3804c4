/** What a redacted export leaves out: shapes that name or endanger a person, whoever wrote them. */
const SHAPES: readonly { mask: string; pattern: RegExp; counts?: (found: string) => boolean }[] = [
  {
    mask: '[secret]',
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)|\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bxox[a-z]-[A-Za-z0-9-]{10,}|\bA(?:KIA|SIA)[0-9A-Z]{16}\b|\bAIza[\w-]{30,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/gu,
  },
  {
    mask: '[secret]',
    pattern:
      /(?<=\b(?:password|passwd|passcode|passwort|kennwort|secret|token|api[ _-]?key|bearer)\b["']?\s{0,3}(?:(?:is|ist)\s{1,3}|[:=]\s{0,3})?["']?)[^\s"'\\,;]{6,}/giu,
    // "the token expired" is talk about one; a value has a digit or a sign in it.
    counts: (found) => /[\d_!@#$%^&*+=?~-]/.test(found),
  },
  { mask: '[secret]', pattern: /(?<![\w/-])[\w-]{32,}(?![\w/-])/gu, counts: looksRandom },
  { mask: '[e-mail]', pattern: /[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { mask: '[card number]', pattern: /(?<!\d)\d(?:[ \u00a0.-]?\d){12,18}(?!\d)/gu, counts: isCard },
  {
    mask: '[phone number]',
    pattern: /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d(?:[ \u00a0()./-]{0,3}\d){6,14}(?![\p{L}\p{N}])/gu,
    counts: (found) => !/^\d{4}-\d\d-\d\d$/.test(found),
  },
];

/**
 * The text with e-mail addresses, telephone and card numbers and whatever is shaped like a secret replaced by words
 * in brackets. Rather masks an order number too much than a telephone number too little; a name is not recognised.
 */
export function masked(text: string): string {
  return SHAPES.reduce(
    (rest, { mask, pattern, counts }) =>
      rest.replace(pattern, (found: string) => (counts && !counts(found) ? found : mask)),
    text,
  );
}

/** Luhn: the check digit of every payment card. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, i) => {
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function looksRandom(text: string): boolean {
  return /\d/.test(text) && /[a-z]/i.test(text) && new Set(text).size >= 10;
}
