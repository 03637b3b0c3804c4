import { useId } from 'react';
import type { FormProblems, FormText } from './form-text';
import { KeyField } from './KeyField';
import { TestConnection } from './TestConnection';
import { TextField } from './TextField';
import type { KeyChange, SettingsActions } from './types';

const ENGINES = [
  {
    value: 'offline',
    label: 'Offline',
    help: 'Drafts from your own macros, articles and past replies. No key, no network, no cost.',
  },
  {
    value: 'openai-compatible',
    label: 'OpenAI-compatible server',
    help: 'Ollama, llama.cpp, vLLM, LM Studio, OpenRouter, Azure, OpenAI. The open ticket is sent to the server you name.',
  },
] as const;

interface EngineSectionProps {
  text: FormText;
  problems: FormProblems;
  hasKey: boolean;
  keyChange: KeyChange;
  actions: SettingsActions;
  onText: (change: Partial<FormText>) => void;
  onKey: (change: KeyChange) => void;
  onProblems: (problems: FormProblems) => void;
}

/** Who writes the words. */
export function EngineSection(props: EngineSectionProps) {
  const { text, problems, actions, onText } = props;
  const title = useId();
  const askPrices = text.serverUrl.trim() !== '' && !actions.isFreeServer(text.serverUrl.trim());
  return (
    <section className="settings-section">
      <h2 id={title}>Drafting engine</h2>
      <div role="radiogroup" aria-labelledby={title} className="engines">
        {ENGINES.map(({ value, label, help }) => (
          <div className="engine" key={value}>
            <input
              type="radio"
              name="engine"
              id={`engine-${value}`}
              checked={text.engine === value}
              aria-describedby={`engine-${value}-help`}
              onChange={() => onText({ engine: value })}
            />
            <div>
              <label htmlFor={`engine-${value}`}>{label}</label>
              <p className="quiet" id={`engine-${value}-help`}>
                {help}
              </p>
            </div>
          </div>
        ))}
      </div>
      {text.engine === 'openai-compatible' && (
        <div className="server">
          <TextField
            label="Server URL"
            inputMode="url"
            value={text.serverUrl}
            help="Up to and with /v1, such as http://127.0.0.1:11434/v1"
            problem={problems.serverUrl}
            onText={(serverUrl) => onText({ serverUrl })}
          />
          <KeyField hasKey={props.hasKey} change={props.keyChange} onChange={props.onKey} />
          <div className="pair">
            <TextField
              label="Model"
              value={text.model}
              problem={problems.model}
              onText={(model) => onText({ model })}
            />
            <TextField
              label="Small model"
              value={text.smallModel}
              help="For small steps. Empty: the model above."
              onText={(smallModel) => onText({ smallModel })}
            />
          </div>
          {askPrices && (
            <div className="pair">
              <TextField
                label="Input price (USD per million tokens)"
                inputMode="decimal"
                value={text.priceIn}
                help="On the provider’s price list. Needed so that the spending limit can hold."
                problem={problems.priceIn}
                onText={(priceIn) => onText({ priceIn })}
              />
              <TextField
                label="Output price (USD per million tokens)"
                inputMode="decimal"
                value={text.priceOut}
                problem={problems.priceOut}
                onText={(priceOut) => onText({ priceOut })}
              />
            </div>
          )}
          <TestConnection
            text={text}
            keyChange={props.keyChange}
            actions={actions}
            onProblems={props.onProblems}
          />
        </div>
      )}
    </section>
  );
}
