import * as z from 'zod/mini';

/**
 * What a page may need beside the first script, each brought when a message asks for it and not before:
 * `site:…` what is known of one helpdesk, `general` the reading of pages that nobody described, `widgets` the
 * fields of widget libraries, `forms` what works the page's own forms and buttons, `session` the helpdesk's own API,
 * `drafts` what works the reply box, `world` the half that lives in the page's own world.
 */
export const Part = z.union([
  z.enum(['general', 'widgets', 'forms', 'session', 'drafts', 'world']),
  /* @__PURE__ */ z.string().check(z.regex(/^site:[a-z-]{1,40}$/)),
]);
export type Part = z.infer<typeof Part>;

/** The file of a part in our own package. */
export function fileOf(part: Part): string {
  return part.startsWith('site:') ? `/sites/${part.slice(5)}.js` : `/page-${part}.js`;
}
