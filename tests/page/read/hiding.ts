/** Ten ways in which a mail can carry words that nobody sees, each in several forms. `T` is the text, HTML-escaped. */
export const HIDING: Record<string, readonly string[]> = {
  display: [
    '<div style="display:none">T</div>',
    '<p hidden>T</p>',
    '<details><summary>More</summary>T</details>',
    '<template>T</template>',
    '<noscript>T</noscript>',
    '<div style="content-visibility:hidden">T</div>',
    '<div style="content:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)">T</div>',
    '<div style="display:none"><div style="display:block">T</div></div>',
    '<form style="display:none">T</form>',
    '<fieldset style="display:none"><p>T</p></fieldset>',
  ],
  visibility: [
    '<div style="visibility:hidden">T</div>',
    '<table><tr style="visibility:collapse"><td>T</td></tr></table>',
    '<div style="visibility:hidden"><b>T</b></div>',
    '<div style="visibility:hidden"><p style="font-size:20px;color:#000">T</p></div>',
    '<div style="-webkit-text-security:disc"><p style="font-size:20px;color:#000">T</p></div>',
  ],
  size: [
    '<span style="font-size:0">T</span>',
    '<span style="font-size:1px;color:#fff">T</span>',
    '<span style="font-size:2px">T</span>',
    '<div style="font-size:0"><p style="color:#000;visibility:visible">T</p></div>',
    '<div style="transform:scale(0)">T</div>',
    '<div style="transform:scale(0.05)">T</div>',
    '<div style="zoom:0.05">T</div>',
    '<div style="letter-spacing:-1.2em;white-space:nowrap;width:400px">T</div>',
    '<div style="transform:rotateY(90deg)">T</div>',
    '<div style="-webkit-transform:scale(0)">T</div>',
  ],
  colour: [
    '<p style="color:#fff;background:#fff">T</p>',
    '<p style="color:#fefefe">T</p>',
    '<font color="white">T</font>',
    '<p style="color:transparent">T</p>',
    '<p style="color:rgba(0,0,0,.03)">T</p>',
    '<table bgcolor="#123456"><tr><td style="color:#123456">T</td></tr></table>',
    '<p style="background:linear-gradient(#eee,#eee);color:#eee">T</p>',
    '<p style="-webkit-text-fill-color:transparent">T</p>',
    '<p style="background:oklch(0.2 0 0);color:oklch(0.21 0 0)">T</p>',
    '<p style="color:color-mix(in srgb, white 98%, black)">T</p>',
    '<button style="color:transparent">T</button>',
    '<p style="-webkit-text-stroke:9px #fff">T</p>',
    '<div style="color:transparent"><p style="font-size:30px;visibility:visible">T</p></div>',
    '<div style="-webkit-text-stroke:4px #fff;font-size:90px"><p style="font-size:12px">T</p></div>',
    '<p style="mix-blend-mode:screen">T</p>',
    '<details open><summary style="color:transparent">T</summary></details>',
  ],
  position: [
    '<div style="position:absolute;left:-9999px">T</div>',
    '<div style="position:fixed;top:-900px">T</div>',
    '<div style="text-indent:-9999px;white-space:nowrap">T</div>',
    '<div style="margin-left:-9000px;width:500px">T</div>',
    '<div style="transform:translateX(-9999px)">T</div>',
    '<div style="position:relative;left:-9000px">T</div>',
    '<div style="width:500px;margin-left:if(media(print): 0; else: -9000px)">T</div>',
    '<div style="margin-left:round(up,calc(-9000px),1px);width:500px">T</div>',
    '<div style="-webkit-margin-start:-9000px;width:500px">T</div>',
    '<div style="-webkit-transform:translateX(-9999px)">T</div>',
    '<div style="padding-left:200px"><div style="margin-left:-180px"><div style="margin-left:inherit"><div style="margin-left:inherit"><div style="margin-left:inherit"><div style="margin-left:inherit"><div style="margin-left:inherit"><div style="margin-left:inherit;width:170px;overflow-wrap:anywhere">T</div></div></div></div></div></div></div></div>',
    '<div style="display:flex;-webkit-justify-content:flex-end;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="display:flex;-webkit-flex-direction:row-reverse;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="display:flex;-webkit-flex-flow:row-reverse;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="display:-webkit-box;-webkit-box-pack:end;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="display:-webkit-box;-webkit-box-direction:reverse;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="position:fixed;left:200vw;top:0">T</div>',
    '<div style="background:#fff"><p style="position:relative;z-index:-1">T</p></div>',
    '<div style="background:#fff"><div style="display:flex"><p style="z-index:-1">T</p></div></div>',
    '<div style="position:relative;z-index:0"><div style="background:linear-gradient(#fff,#eee)"><div style="position:absolute;z-index:-2"><b>T</b></div></div></div>',
    '<div style="position:relative"><p>T</p><div style="position:absolute;inset:0;background:#fff"></div></div>',
    '<div style="position:relative"><div style="position:absolute;inset:0;background:#fff;z-index:1"></div><p style="position:relative">T</p></div>',
    '<div style="display:grid"><p style="grid-area:1/1">T</p><p style="grid-area:1/1;background:#fff"></p></div>',
    '<div style="position:relative;overflow:hidden"><p style="position:relative">T</p><div style="transform:translateY(-100%);background:#fff;height:400px;margin-bottom:-400px"></div></div>',
    '<div style="display:flex;justify-content:flex-end;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="display:flex;flex-direction:row-reverse;width:300px"><div style="flex:none;width:9000px">T</div></div>',
    '<div style="display:flex;justify-content:flex-end;width:300px"><div style="display:contents"><div style="flex:none;width:9000px">T</div></div></div>',
  ],
  clipping: [
    '<div style="clip-path:inset(100%)">T</div>',
    '<div style="clip-path:circle(0)">T</div>',
    '<div style="-webkit-clip-path:inset(100%)">T</div>',
    '<div style="-webkit-perspective:1px"><div style="transform:translateZ(-9e6px)">T</div></div>',
    '<div style="clip-path:polygon(0 0,0 0,0 0)">T</div>',
    '<div style="position:absolute;clip:rect(0,0,0,0)">T</div>',
    '<div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(1px,1px,1px,1px)">T</div>',
    '<div style="height:0;overflow:hidden">T</div>',
    '<div style="max-height:1px;overflow:hidden">T</div>',
    '<div style="width:0;overflow:hidden;white-space:nowrap">T</div>',
    '<div style="width:0;height:0;overflow:auto">T</div>',
    '<div style="height:30px;overflow:hidden"><div style="height:60px"></div>T</div>',
    '<div style="overflow:hidden;width:200px"><div style="margin-left:300px">T</div></div>',
    '<div style="overflow:hidden"><div style="display:flex;align-items:center;height:20px"><div style="flex:none;height:900px">T</div></div></div>',
    '<div style="overflow:hidden"><div style="display:flex;flex-direction:column;align-items:center;width:200px"><div style="flex:none;width:90000px">T</div></div></div>',
    '<div style="overflow:hidden;height:40px"><div style="display:grid;grid-template-rows:20px;align-items:center;height:600px"><div style="height:500px">T</div></div></div>',
    '<div style="overflow:hidden"><div style="display:flex;align-items:center;height:20px"><div style="display:contents"><div style="flex:none;height:900px">T</div></div></div></div>',
    '<div style="overflow:hidden"><div style="display:flex;align-items:center;height:20px;padding-bottom:900px"><div style="flex:none;height:800px">T</div></div></div>',
    '<div style="overflow:hidden"><div style="display:flex;align-items:center;height:20px;padding-bottom:900px"><span>T<br>' +
      '<br>'.repeat(30) +
      '</span></div></div>',
    '<div style="overflow:hidden"><div style="display:flex;align-items:center;white-space:pre;height:20px;padding-bottom:900px">T' +
      '\n '.repeat(30) +
      '</div></div>',
  ],
  opacity: [
    '<div style="opacity:0">T</div>',
    '<div style="opacity:.02">T</div>',
    '<div style="-webkit-opacity:0">T</div>',
    '<div style="-webkit-filter:opacity(0)">T</div>',
    '<div style="-webkit-mask-image:linear-gradient(transparent,transparent)">T</div>',
    '<div style="opacity:.2"><div style="opacity:.2">T</div></div>',
    '<div style="filter:opacity(0)">T</div>',
    '<div style="mask-image:linear-gradient(transparent,transparent)">T</div>',
    '<div style="filter:blur(20px)">T</div>',
  ],
  comments: ['<!-- T -->', '<!--[if mso]>T<![endif]-->'],
  attributes: [
    '<abbr title="T">ref</abbr>',
    '<img alt="T" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    '<button aria-label="T">Help</button>',
    '<p data-note="T">Hi</p>',
    '<input type="hidden" value="T">',
    '<input placeholder="T">',
    '<svg width="9" height="9"><title>T</title></svg>',
    '<p aria-description="T">Hi</p>',
  ],
  unicode: ['TAGS', 'SELECTORS'],
};

/** What stands beside the hidden text in the examples above, and is visible. */
export const SEEN_BESIDE = /\b(More|ref|Help|Hi)\b/g;

const fromBytes = (text: string, at: (byte: number) => number): string =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCodePoint(at(byte))).join('');

/** One way of hiding filled in: HTML that shows nothing of the text. */
export function hide(way: string, text: string): string {
  if (way === 'TAGS') return fromBytes(text, (b) => 0xe0000 + (b & 0x7f));
  if (way === 'SELECTORS') return fromBytes(text, (b) => (b < 16 ? 0xfe00 + b : 0xe0100 + b - 16));
  const plain = way.startsWith('<!--')
    ? text.replaceAll('--', '- -').replaceAll('>', ')')
    : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return way.replace('T', () => plain);
}
