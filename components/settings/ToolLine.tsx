import { useState } from 'react';
import { reasonWords } from '../../core/reasons';
import type { Result } from '../../core/result';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { TextField } from './TextField';
import type { SettingsActions, ToolRow } from './types';

interface ToolLineProps {
  tool: ToolRow;
  actions: SettingsActions;
  onChanged: () => Promise<void>;
}

/** One tool: what it does, where it goes and as whom, and what it still needs before it can be used. */
export function ToolLine({ tool, actions, onChanged }: ToolLineProps) {
  const id = `tool-${tool.name}`;
  const [problem, setProblem] = useState<string>();
  const after = (work: Promise<Result<null>>): void => {
    work.then((result) => {
      setProblem(result.ok ? undefined : reasonWords(result.refusal.code, result.refusal.detail));
      return onChanged();
    }, reportError);
  };
  const isReady = tool.isAllowed && (tool.key === null || tool.hasKey);
  return (
    <li className="site" aria-labelledby={id}>
      <span className="site-host">
        <span id={id}>
          <VisibleText text={tool.name} />
        </span>{' '}
        <span className="quiet">version {tool.version}</span>
      </span>
      <Badge tone={isReady ? 'ok' : 'warn'}>{isReady ? 'Ready' : 'Not ready yet'}</Badge>
      {!tool.isAllowed && (
        // Inside the click: the browser asks the person only then.
        <Button aria-describedby={id} onPress={() => after(actions.grantTool(tool.origin))}>
          Allow {tool.host}
        </Button>
      )}
      <Button aria-describedby={id} onPress={() => after(actions.removeTool(tool.name))}>
        Remove tool
      </Button>
      <div className="tool-facts quiet">
        <p>
          <VisibleText text={`“${tool.title}”, class ${tool.class}, at ${tool.host}. `} />
          {tool.ceiling && <VisibleText text={`${tool.ceiling} `} />}
          <VisibleText text={`${tool.class === 'R4' ? 'Cannot be undone: ' : ''}${tool.undoWords}`} />
        </p>
        {problem && <p className="problem">{problem}</p>}
      </div>
      {tool.key && <ToolKey tool={tool} onKey={(key) => after(actions.setToolKey(tool.name, key))} />}
    </li>
  );
}

/** The key of one tool: masked, kept on this machine, never shown again. */
function ToolKey({ tool, onKey }: { tool: ToolRow; onKey: (key: string) => void }) {
  const [key, setKey] = useState('');
  const keep = (value: string): void => {
    onKey(value);
    setKey('');
  };
  return (
    <details className="site-token" open={!tool.hasKey}>
      <summary>{tool.hasKey ? 'Its key is kept' : 'It needs a key'}</summary>
      <TextField
        label={`Key for ${tool.name}`}
        className="masked"
        value={key}
        placeholder={tool.hasKey ? 'A key is kept. Type to replace it.' : ''}
        help={`${begun(tool.key?.identity ?? '')}. ${tool.key?.hint ?? ''} It stays on this machine and goes to ${tool.host} only.`}
        onText={setKey}
      />
      <Button
        onPress={() => keep(key.trim())}
        disabled={key.trim() === ''}
        aria-label={`Keep key for ${tool.name}`}
      >
        Keep key
      </Button>
      {tool.hasKey && (
        <Button kind="quiet" onPress={() => keep('')} aria-label={`Remove key for ${tool.name}`}>
          Remove key
        </Button>
      )}
    </details>
  );
}

const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
