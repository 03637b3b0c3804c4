/** White space that running text draws as one blank. */
const LOOSE = /[^\S ]| {2}/;

/** Builds text with the line structure that a person sees: words, lines, paragraphs, rows of cells. */
export class Lines {
  private text = '';
  private breaks = 0;
  private space = false;
  private marker = '';

  /** Text of one node. `kept`: white space counts as it stands; else it collapses as in running text. */
  add(raw: string, kept: boolean): void {
    if (kept) {
      const clean = raw.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
      if (clean === '') return;
      this.flush(!/^\s/.test(clean));
      this.text += clean;
      this.space = false;
      return;
    }
    const clean = LOOSE.test(raw) ? raw.replace(/\s+/g, ' ') : raw;
    if (clean === ' ' || clean === '') {
      if (clean) this.space = true;
      return;
    }
    if (clean.startsWith(' ')) this.space = true;
    this.flush(true);
    this.text += clean.trim();
    this.space = clean.endsWith(' ');
  }

  /** The same, of words with single blanks between them. */
  words(text: string): void {
    this.flush(true);
    this.text += text;
  }

  /** A gap between two boxes on one line. */
  gap(): void {
    this.space = true;
  }

  /** What a list draws before the next text of an item; '' when the item has ended without any. */
  bullet(marker: string): void {
    this.marker = marker;
  }

  /** At least this many line ends before the next text: 1 a new line, 2 a new paragraph. */
  line(count = 1): void {
    this.breaks = Math.max(this.breaks, count);
  }

  /** A forced line end, such as `<br>`: each one counts. */
  forced(): void {
    this.breaks = this.breaks === 0 ? 1 : Math.min(this.breaks + 1, 2);
  }

  toString(): string {
    const text = this.text.trim();
    return text.includes('\n') ? text.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n') : text;
  }

  private flush(spaced: boolean): void {
    if (this.text !== '' && this.breaks > 0) this.text += '\n'.repeat(this.breaks);
    else if (spaced && this.space && this.text !== '' && !/\s$/.test(this.text)) this.text += ' ';
    this.text += this.marker;
    this.marker = '';
    this.breaks = 0;
    this.space = false;
  }
}
