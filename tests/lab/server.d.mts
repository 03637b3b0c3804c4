export interface Lab {
  origin: string;
  posts: { path: string; page: string | null; body: string }[];
  close(): Promise<void>;
}
export function pages(): string[];
export function startLab(): Promise<Lab>;
