import * as z from 'zod/mini';
import { ArticleState } from './knowledge';

/** An article of the knowledge, as far as a link to it goes. */
export const Article = z.strictObject({
  title: z.string(),
  url: z.nullable(z.string()),
  /** Null where the knowledge does not say. */
  state: z.nullable(ArticleState),
});
export type Article = z.infer<typeof Article>;

/** Customers may read it, and it has an address on the web. */
export function isLinkable({ url, state }: Article): boolean {
  return state === 'public' && url !== null && /^https:\/\/[^\s()<>]+$/.test(url);
}
