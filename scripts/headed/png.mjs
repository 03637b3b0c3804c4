import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of pixels that have three bytes each, row by row. */
export function pngOf({ width, height, rgb }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = width * 3;
  const rows = Buffer.alloc((line + 1) * height);
  // Each row begins with the number of its filter; `up` (2) keeps flat areas small.
  for (let y = 0; y < height; y++) {
    const at = y * (line + 1);
    rows[at] = y === 0 ? 0 : 2;
    for (let x = 0; x < line; x++) {
      const above = y === 0 ? 0 : rgb[(y - 1) * line + x];
      rows[at + 1 + x] = (rgb[y * line + x] - above) & 0xff;
    }
  }
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
