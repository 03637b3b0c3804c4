/** A small seeded generator, so that a failing mail can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'an be cor del fi gra hol is ju ka lor me no pra qui ros sen tu vel wim'.split(' ');
const OTHER = [
  'Größe',
  'été',
  'señor',
  'žádost',
  'заказ',
  'ご注文',
  '退款',
  'שלום',
  'طلب',
  'παραγγελία',
  '🙂',
  '✔︎',
];

/** An HTML mail as people and shops send them, and every word of it that can be seen. */
export function honestMail(seed: number): { html: string; words: string[] } {
  const random = randomFrom(seed);
  const words: string[] = [];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = (): string => {
    const made =
      random() < 0.12 ? pick(OTHER) : `${pick(SYLLABLES)}${pick(SYLLABLES)}${Math.floor(random() * 900)}`;
    words.push(made);
    return made;
  };
  const some = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, word).join(' ');
  const rich = (): string =>
    pick([
      () => some(3, 9),
      () => `<b>${some(1, 3)}</b> ${some(2, 6)}`,
      () => `<a href="https://shop.example/x" style="color:#1155cc">${some(1, 4)}</a>`,
      () =>
        `<font color="#${pick(['666666', '999999', 'c00000', '0b5394'])}" size="${pick(['1', '2', '4'])}">${some(2, 5)}</font>`,
      () => `<span style="background:${pick(['#ff0', '#d9ead3'])}">${some(1, 3)}</span>`,
      () => `<u>${some(1, 2)}</u><i>&nbsp;${some(1, 3)}</i>`,
    ])();
  const block = (deep: number): string =>
    pick([
      () => `<p class="MsoNormal" style="margin:0cm">${rich()}<o:p></o:p></p>`,
      () => `<div>${rich()}<br>${rich()}</div>`,
      () => `<ul><li>${rich()}</li><li>${rich()}</li></ul>`,
      () => `<ol><li>${rich()}</li><li>${rich()}</li></ol>`,
      () =>
        `<table border="1" cellpadding="4"><tr><th>${some(1, 2)}</th><th>${some(1, 2)}</th></tr><tr><td>${rich()}</td><td align="right">${rich()}</td></tr></table>`,
      () =>
        `<table width="600" bgcolor="${pick(['#0a58ca', '#222222', '#7b1fa2'])}"><tr><td style="color:#ffffff;padding:12px">${rich2()}</td></tr></table>`,
      () =>
        `<a href="https://shop.example/pay" style="display:inline-block;background:#198754;color:#fff;border-radius:4px;padding:8px;text-decoration:none">${some(1, 3)}</a>`,
      () =>
        `<p style="font-size:${pick(['9px', '10px', '8pt', '0.7em'])};color:${pick(['#999', '#aaa', 'gray'])}">${some(6, 20)}</p>`,
      () => `<h2 style="line-height:${pick(['1', '0.8', '22px'])}">${some(2, 5)}</h2>`,
      () => `<pre style="white-space:pre-wrap">${some(3, 8)}\n  ${some(2, 5)}</pre>`,
      () => `<div style="overflow:hidden;border-radius:6px">${rich()}</div>`,
      () =>
        `<div style="overflow-x:auto"><table style="width:1400px"><tr><td>${some(3, 6)}</td><td style="text-align:right">${some(2, 4)}</td></tr></table></div>`,
      () =>
        `<div style="float:left;width:48%">${rich()}</div><div style="float:right;width:48%">${rich()}</div><div style="clear:both"></div>`,
      () =>
        `<div style="position:relative;top:2px"><span style="position:absolute;right:0">${some(1, 2)}</span>${rich()}</div>`,
      () => `<div dir="rtl">${rich()}</div>`,
      () => `<div style="background:linear-gradient(#203a43,#2c5364);color:#f5f5f5">${rich2()}</div>`,
      () => `<div style="background:#121212;color:#e0e0e0;padding:6px">${rich2()}</div>`,
      () => `<center><font face="Arial">${rich()}</font></center><hr>`,
      () => `<div style="opacity:.6">${some(2, 6)}</div>`,
      () => `<div style="max-height:80px;overflow:auto">${some(20, 60)}</div>`,
      () => `<div style="transform:rotate(-2deg)">${rich()}</div>`,
      () =>
        deep > 2
          ? rich()
          : `<table width="100%"><tr><td>${block(deep + 1)}</td></tr><tr><td>${block(deep + 1)}</td></tr></table>`,
      () =>
        deep > 2
          ? rich()
          : `<blockquote style="border-left:2px solid #ccc;padding-left:8px">${block(deep + 1)}</blockquote>`,
    ])();
  // on dark ground only plain words: a coloured link there could truly be unreadable
  const rich2 = (): string => `<b>${some(1, 3)}</b> ${some(2, 7)}`;
  const html = Array.from({ length: 3 + Math.floor(random() * 8) }, () => block(0)).join('\n');
  return { html, words };
}
