export function replayLog(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string>;
export function replayFile(path: string): Promise<number>;
