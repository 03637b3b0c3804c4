const PATHS = {
  anchor: 'M12 5v15M8 9h8M5 14c.6 4 3.4 6 7 6s6.4-2 7-6M12 5a1.6 1.6 0 1 0 0-.1',
  inbox: 'M4 13l2.6-8h10.8L20 13v6H4zM4 13h5l1.4 2.4h3.2L15 13h5',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19c.4-3.4 2.7-5.2 6-5.2s5.6 1.8 6 5.2M16 5a3 3 0 0 1 0 6M17.5 14c2 .6 3.2 2.3 3.5 5',
  paperclip:
    'M19 11.5l-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3 3 0 0 1 4.3 4.3l-7.5 7.5a1.5 1.5 0 0 1-2.1-2.1l6.7-6.7',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  reply: 'M10 6L4 12l6 6v-4c5 0 8 1.4 10 5 0-6-3.5-9.6-10-9.8z',
  bold: 'M8 5h5a3.4 3.4 0 0 1 0 6.8H8zM8 11.8h6a3.6 3.6 0 0 1 0 7.2H8z',
  italic: 'M11 5h6M7 19h6M14 5l-4 14',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers:
    'M10 6h10M10 12h10M10 18h10M4 4.5l1.4-.7v4.4M4 11.2c1.6-1.4 3 .2 1.6 1.6L4 14.3h2.6M4 16.6h2.4l-1.3 1.5c2 0 1.6 2.4-.9 1.9',
  link: 'M10 14a4 4 0 0 0 5.8.2l2.6-2.6a4 4 0 0 0-5.7-5.7L11.5 7M14 10a4 4 0 0 0-5.8-.2l-2.6 2.6a4 4 0 0 0 5.7 5.7l1.2-1.1',
  close: 'M7 7l10 10M17 7L7 17',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  chevron: 'M7 10l5 5 5-5',
  bolt: 'M13 3L6 13h5l-1 8 8-11h-5.5z',
};

export type IconName = keyof typeof PATHS;

/** A line drawing beside words; never the only name of anything. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
