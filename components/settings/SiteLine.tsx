import type { Result } from '../../core/result';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { SiteNoteField } from './SiteNoteField';
import { TokenField } from './TokenField';
import type { SettingsActions, SiteRow } from './types';

interface SiteLineProps {
  site: SiteRow;
  notes: Pick<SettingsActions, 'siteNote' | 'setSiteNote'>;
  onRevoke: () => Promise<void>;
  onSession: (allowed: boolean) => Promise<void>;
  onToken: (token: string) => Promise<Result<null>>;
}

/** One site: whether its session or a token may be used, and the way to take it back. */
export function SiteLine({ site, notes, onRevoke, onSession, onToken }: SiteLineProps) {
  const id = `site-${site.host}`;
  return (
    <li className="site">
      <span className="site-host" id={id}>
        <VisibleText text={site.host} />
      </span>
      <label className="switch">
        <input
          type="checkbox"
          checked={site.session}
          aria-describedby={id}
          onChange={(event) => {
            if (event.nativeEvent.isTrusted) void onSession(event.target.checked);
          }}
        />
        <span>Use this page’s session</span>
      </label>
      {site.fixed ? (
        <span className="quiet">Given by this build</span>
      ) : (
        <Button aria-describedby={id} onPress={() => void onRevoke()}>
          Revoke
        </Button>
      )}
      <TokenField host={site.host} hasToken={site.hasToken} onToken={onToken} />
      <SiteNoteField host={site.host} actions={notes} />
    </li>
  );
}
