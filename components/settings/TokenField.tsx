import { useState } from 'react';
import { reasonWords } from '../../core/reasons';
import type { Result } from '../../core/result';
import { Button } from '../ui/Button';
import { TextField } from './TextField';

interface TokenFieldProps {
  host: string;
  hasToken: boolean;
  onToken: (token: string) => Promise<Result<null>>;
}

/** An API token of one site: masked, kept on this machine, never shown again. */
export function TokenField({ host, hasToken, onToken }: TokenFieldProps) {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<string>();
  const keep = (value: string): void => {
    // Called inside the click: the browser may ask the person for the API's own host.
    onToken(value).then((result) => {
      setProblem(result.ok ? undefined : reasonWords(result.refusal.code, result.refusal.detail));
      if (result.ok) setToken('');
    }, reportError);
  };
  return (
    <details className="site-token">
      <summary>{hasToken ? 'API token is kept' : 'Use an API token'}</summary>
      <TextField
        label={`API token for ${host}`}
        className="masked"
        value={token}
        placeholder={hasToken ? 'A token is kept. Type to replace it.' : ''}
        help="Make one in your helpdesk’s own settings. It stays on this machine and goes to this helpdesk’s API only; the page never sees it."
        problem={problem}
        onText={setToken}
      />
      <Button
        onPress={() => keep(token.trim())}
        disabled={token.trim() === ''}
        aria-label={`Keep token for ${host}`}
      >
        Keep token
      </Button>
      {hasToken && (
        <Button kind="quiet" onPress={() => keep('')} aria-label={`Remove token for ${host}`}>
          Remove token
        </Button>
      )}
    </details>
  );
}
