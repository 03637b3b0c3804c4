import { useState } from 'react';
import { Icon } from './icons';
import type { Contact } from './types';

interface Props {
  to: Contact;
  cc: string[];
  setCc: (cc: string[]) => void;
}

/** Who gets the reply: the requester, and whoever is in copy. */
export function Recipients({ to, cc, setCc }: Props) {
  const [typed, setTyped] = useState<string | null>(null);

  function add(): void {
    const address = typed?.trim() ?? '';
    setTyped(null);
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && !cc.includes(address)) setCc([...cc, address]);
  }

  return (
    <div className="recipients">
      <span className="recipients-label">To</span>
      <span className="chip recipient" data-recipient="to">
        {to.name} <span className="recipient-address">{to.email}</span>
      </span>
      {cc.length > 0 && <span className="recipients-label">Cc</span>}
      {cc.map((address) => (
        <span key={address} className="chip recipient" data-recipient="cc">
          <span className="recipient-address">{address}</span>
          <button
            type="button"
            aria-label={`Remove ${address} from copy`}
            onClick={() => setCc(cc.filter((other) => other !== address))}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {typed === null ? (
        <button type="button" className="quiet add-cc" onClick={() => setTyped('')}>
          Add Cc
        </button>
      ) : (
        <input
          className="cc-input"
          aria-label="Address in copy"
          placeholder="name@company.example"
          ref={(input) => input?.focus()}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null);
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
      )}
    </div>
  );
}
