import * as z from 'zod/mini';

/** The three modes of the panel. */
export const MODES = ['Suggest', 'Draft', 'Review'] as const;
export const Mode = z.enum(MODES);
export type Mode = z.infer<typeof Mode>;

/**
 * Effect classes. R0 read only; R1 exact restore, nobody saw it; R2 restorable but visible in history;
 * R3 only a new, visible counter-action; R4 irreversible.
 */
export const EFFECT_CLASSES = ['R0', 'R1', 'R2', 'R3', 'R4'] as const;
export const EffectClass = z.enum(EFFECT_CLASSES);
export type EffectClass = z.infer<typeof EffectClass>;

/** How an effect reaches the helpdesk: an API token, the page's own session, or the page's own controls. */
export const CHANNELS = ['token', 'session', 'page'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** Who can read a message. `unknown` is never written to. */
export const VISIBILITIES = ['public', 'internal', 'unknown'] as const;
export const Visibility = z.enum(VISIBILITIES);
export type Visibility = z.infer<typeof Visibility>;

/** The stricter of two effect classes. */
export function worstClass(a: EffectClass, b: EffectClass): EffectClass {
  return EFFECT_CLASSES.indexOf(a) >= EFFECT_CLASSES.indexOf(b) ? a : b;
}
