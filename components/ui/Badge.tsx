import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export type BadgeTone = 'plain' | 'public' | 'internal' | 'warn' | 'danger' | 'ok' | 'accent';

/** A word with a colour and, mostly, an icon. */
export function Badge(props: { tone?: BadgeTone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge badge-${props.tone ?? 'plain'}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}
