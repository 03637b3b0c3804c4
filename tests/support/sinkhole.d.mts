export interface SinkholeCall {
  /** ISO time. */
  at: string;
  protocol: 'http' | 'tls';
  /** From the Host header or the TLS server name; empty when neither was sent. */
  host: string;
  /** First line of a plain HTTP request; empty for TLS. */
  request: string;
}

export interface Sinkhole {
  port: number;
  calls: SinkholeCall[];
  /** Hosts with their counts, or an empty text when nobody called. */
  summary(): string;
  close(): Promise<void>;
}

export function startSinkhole(options?: { onCall?: (call: SinkholeCall) => void }): Promise<Sinkhole>;
export function serverNameOf(hello: Buffer): string;
