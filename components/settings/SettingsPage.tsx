import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { EngineSection } from './EngineSection';
import { KnowledgeSection } from './KnowledgeSection';
import { LimitsSection } from './LimitsSection';
import { PolicySection } from './PolicySection';
import { SitesSection } from './SitesSection';
import { ToolsSection } from './ToolsSection';
import type { SettingsActions } from './types';
import { useSettingsForm } from './use-settings-form';

/** The settings page. Hand it the same `actions` on every render. */
export function SettingsPage({ actions }: { actions: SettingsActions }) {
  const form = useSettingsForm(actions);
  const rules = useMemo(() => actions.policyRules(), [actions]);
  const page = useRef<HTMLElement>(null);
  const { problems } = form;
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
  return (
    <main className="settings" ref={page}>
      <header className="settings-header">
        <h1 className="brand">
          <Mark />
          Countersign settings
        </h1>
        <p className="quiet">{actions.buildName}</p>
      </header>
      {form.text && (
        <>
          <EngineSection
            text={form.text}
            problems={problems}
            hasKey={form.hasKey}
            keyChange={form.keyChange}
            actions={actions}
            onText={form.change}
            onKey={form.changeKey}
            onProblems={form.setProblems}
          />
          <LimitsSection text={form.text} problems={problems} onText={form.change} />
        </>
      )}
      <div className="row save-row">
        <Button kind="main" resting={form.text === null || form.saved.tone === 'busy'} onPress={form.save}>
          Save
        </Button>
        <span className={`answer answer-${form.saved.tone}`} role="status" aria-label="Saved">
          {form.saved.words}
        </span>
      </div>
      <KnowledgeSection actions={actions} />
      <SitesSection actions={actions} />
      <ToolsSection actions={actions} />
      <PolicySection rules={rules} />
    </main>
  );
}
