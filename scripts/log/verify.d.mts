export interface Known {
  key?: string;
  head?: { seq: number; hash: string };
}

export interface Checked {
  header: Record<string, unknown>;
  trailer: Record<string, unknown>;
  entryCount: number;
  contentCount: number;
  checkpointCount: number;
  key: string;
}

export function checkLog(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  options?: { known?: Known; onLine?: (line: Record<string, unknown>, bytes: Buffer) => void },
): Promise<Checked>;

export function verifyFile(path: string, known?: Known): Promise<{ code: number; words: string }>;
