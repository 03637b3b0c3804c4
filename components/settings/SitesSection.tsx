import { useCallback, useEffect, useState } from 'react';
import { reasonWords } from '../../core/reasons';
import { Button } from '../ui/Button';
import { hostFromText } from './host-text';
import { SiteLine } from './SiteLine';
import { TextField } from './TextField';
import type { SettingsActions, SiteRow } from './types';

/** The sites that may be read, each given by the person and each to be taken back here. */
export function SitesSection({ actions }: { actions: SettingsActions }) {
  const [sites, setSites] = useState<SiteRow[] | null>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const refresh = useCallback(() => actions.listSites().then(setSites), [actions]);
  useEffect(() => void refresh(), [refresh]);

  const add = (): void => {
    const host = hostFromText(typed);
    if (host === null) {
      setProblem(
        'Enter one site, such as desk.example.com. A * is not possible: sites are given one by one.',
      );
      return;
    }
    // Called inside the click: the browser asks the person only then.
    actions.grant(host).then((result) => {
      setProblem(result.ok ? undefined : reasonWords(result.refusal.code, result.refusal.detail));
      if (result.ok) setTyped('');
      return refresh();
    }, reportError);
  };
  return (
    <section className="settings-section" aria-labelledby="sites-title">
      <h2 id="sites-title">Sites</h2>
      <p className="quiet">Countersign reads and changes these sites and no others.</p>
      {sites?.length === 0 && (
        <p className="empty">
          No site is allowed yet. Open a ticket and press “Allow this site” in the panel.
        </p>
      )}
      <ul className="sites">
        {sites?.map((site) => (
          <SiteLine
            key={site.host}
            site={site}
            notes={actions}
            onRevoke={() => actions.revoke(site.host).then(refresh)}
            onSession={(allowed) => actions.setSession(site.host, allowed).then(refresh)}
            onToken={async (token) => {
              const kept = await actions.setToken(site.host, token);
              await refresh();
              return kept;
            }}
          />
        ))}
      </ul>
      <form
        className="add-site"
        onSubmit={(event) => {
          event.preventDefault();
          if (event.nativeEvent.isTrusted) add();
        }}
      >
        <TextField label="Add a site" inputMode="url" value={typed} problem={problem} onText={setTyped} />
        <Button onPress={add}>Add</Button>
      </form>
    </section>
  );
}
