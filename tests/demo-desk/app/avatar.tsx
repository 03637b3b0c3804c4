import { initials } from './format';

export const Avatar = ({ name, kind = 'agent' }: { name: string; kind?: string }) => (
  <span className={`avatar avatar-${kind}`} aria-hidden="true">
    {initials(name)}
  </span>
);
