/**
 * Reads a picture in the format of the X11 tool `xwd`, as Xvfb keeps its screen: a header of 32-bit numbers, most
 * significant byte first, then a colour map, then the pixels.
 * @param {Buffer} bytes
 * @returns {{ width: number, height: number, rgb: Buffer }} three bytes a pixel, row by row.
 * @throws when the screen has another depth than 24 bits in 32.
 */
export function readXwd(bytes) {
  const word = (index) => bytes.readUInt32BE(index * 4);
  const [headerSize, version] = [word(0), word(1)];
  const [width, height, byteOrder] = [word(4), word(5), word(7)];
  const [bitsPerPixel, bytesPerLine, colours] = [word(11), word(12), word(19)];
  if (version !== 7 || bitsPerPixel !== 32) throw new Error('The screen is not one of 24-bit colour.');
  const start = headerSize + colours * 12;
  // The first of the four bytes is blue, or the last one is.
  const [red, green, blue] = byteOrder === 0 ? [2, 1, 0] : [1, 2, 3];
  const rgb = Buffer.alloc(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * bytesPerLine + x * 4;
      rgb[to++] = bytes[from + red];
      rgb[to++] = bytes[from + green];
      rgb[to++] = bytes[from + blue];
    }
  }
  return { width, height, rgb };
}
