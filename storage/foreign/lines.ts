import { canonical } from '../../core/canonical';
import { Line, NotWhole } from './shapes';

const LF = 0x0a;
/** Longer than any message a person writes. Bytes. */
const LONGEST = 16 * 1024 * 1024;

/** The lines of a file as they come, without their LF. Throws `NotWhole` when the last one does not end. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun = new Uint8Array(0);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      yield joined(begun, chunk.subarray(start, end));
      begun = new Uint8Array(0);
      start = end + 1;
    }
    begun = joined(begun, chunk.subarray(start));
    if (begun.length > LONGEST) throw new NotWhole('A line is too long: this is not a Countersign log.');
  }
  if (begun.length > 0) throw new NotWhole('The file is cut: its last line does not end.');
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** One line, which must be canonical byte for byte. Throws `NotWhole`. */
export function parseLine(bytes: Uint8Array, number: number): Line {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new NotWhole(`Line ${number} is not JSON in UTF-8: this is not a Countersign log.`);
  }
  const form = canonical(value);
  if (!form.ok || form.value !== text)
    throw new NotWhole(`Line ${number} is not in the form in which it was written.`);
  const line = Line.safeParse(value);
  if (!line.success) throw new NotWhole(`Line ${number} is not a line of a Countersign log.`);
  return line.data;
}
