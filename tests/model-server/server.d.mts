/** One scripted answer. Without any field it is an empty, whole answer. */
export interface Answer {
  text?: string;
  calls?: { id?: string; index?: number; name: string; arguments?: unknown }[];
  /** `stop` or `tool_calls` when left out; null leaves it out of the answer. */
  finish?: string | null;
  usage?: Record<string, unknown>;
  /** Frames to be sent as they are, instead of text and calls. Strings are sent raw after `data:`. */
  pieces?: unknown[];
  /** False leaves `[DONE]` out. */
  done?: boolean;
  /** Letters per frame. */
  letters?: number;
  /** Bytes per write. */
  bytes?: number;
  newline?: '\n' | '\r\n';
  comments?: boolean;
  eventLines?: boolean;
  bom?: boolean;
  /** No space after `data:`. */
  tight?: boolean;
  /** After so many frames: silence, a clean end, or a broken connection. */
  stallAfter?: number;
  eofAfter?: number;
  destroyAfter?: number;
  delayMs?: number;
  everyMs?: number;
  status?: number;
  headers?: Record<string, string>;
  html?: string;
  raw?: string;
  type?: string;
  /** True: the answer as one JSON object; anything else is sent as it is. */
  json?: unknown;
}

export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a client sent
  body: any;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever a client sent
export type Script = Answer | Answer[] | ((body: any, count: number) => Answer);

export interface ModelServer {
  /** The Server URL, with /v1. */
  url: string;
  origin: string;
  requests(): SeenRequest[];
  close(): Promise<void>;
}

export function createModelServer(options?: { script?: Script; port?: number }): Promise<ModelServer>;
