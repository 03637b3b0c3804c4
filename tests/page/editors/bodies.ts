/** What the matrix writes, and what stands in the box before. */
export const SIGNATURE = '<p>-- <br>Kim Vale<br><strong>Acme</strong> Support</p>';
export const HALF = `<p>I will look into th</p>${SIGNATURE}`;

const SHORT = 'Hello Ann,\n\nthank you for your patience. We found the parcel.';

const RICH = `Hello **Ann** & family,
see the *steps* below: 1 < 2 & "quotes" 😀👩‍👩‍👧

- Open **Settings**
- Choose [Returns](https://acme.example/returns?a=1&b=2)

1. Print the label
2. Send it

שלום, תודה רבה. Kind regards`;

const LONG = Array.from(
  { length: 70 },
  (_, i) =>
    `Paragraph ${i + 1}: ${'all work and no play makes a dull reply, so here is some more of it. '.repeat(4).trim()}${i % 9 === 0 ? ' **Bold**.' : ''}`,
).join('\n\n');

export const SCENARIOS = [
  { name: 'above the signature', start: SIGNATURE, caret: 3, body: SHORT },
  { name: 'into empty', start: '', caret: 0, body: SHORT },
  { name: 'beside half-typed text', start: HALF, caret: 19, body: SHORT },
  { name: 'list, link, bold, <, &, emoji, RTL', start: SIGNATURE, caret: 0, body: RICH },
  { name: '20 kB', start: SIGNATURE, caret: 5, body: LONG },
] as const;

/** About 600 characters, for the clock. */
export const CLOCKED = SHORT.concat('\n\n', LONG.slice(0, 540));
