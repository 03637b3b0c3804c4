/** Outlines on a 16 × 16 grid, drawn with the colour of the text around them. */
const PATHS = {
  settings:
    'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 3a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3ZM6 10a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
  globe:
    'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM2.2 8h11.6M8 2c2 1.7 2.6 3.7 2.6 6S10 12.3 8 14c-2-1.7-2.6-3.7-2.6-6S6 3.7 8 2Z',
  lock: 'M4 7.2h8v6H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2',
  question: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM6.3 6.4c.2-2.3 3.5-2.2 3.5 0 0 1.4-1.8 1.5-1.8 2.9M8 11.6v.1',
  warning: 'M8 2.4 14.2 13H1.8ZM8 6.4v3.2M8 11.4v.1',
  arrow: 'M2.5 8h11M9.5 4.5 13 8l-3.5 3.5',
  undo: 'M6 3 3 6l3 3M3.4 6H9a3.5 3.5 0 0 1 0 7H6.5',
  check: 'M3 8.6 6.3 12 13 4.4',
  cross: 'M4 4l8 8M12 4l-8 8',
  shield: 'M8 2.2 13 4v4c0 3-2.1 4.9-5 5.9C5.1 12.9 3 11 3 8V4Z',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 4.8V8l2.3 1.5',
  pen: 'M3 13l.700-2.8L10.8 3.1a1.2 1.2 0 0 1 1.7 0l.400.4a1.2 1.2 0 0 1 0 1.7L5.8 12.3Z',
  download: 'M8 2.5v7M5 7l3 3 3-3M3 13h10',
} as const;

export type IconName = keyof typeof PATHS;

/** Never the only carrier of a meaning: a word always stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
