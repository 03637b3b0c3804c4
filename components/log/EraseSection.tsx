import { useState } from 'react';
import { TextField } from '../settings/TextField';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { Choice } from './Choice';
import { TaskWords } from './TaskWords';
import type { LogActions, PersonWords } from './types';
import { useTask } from './use-task';

/** Forgets a person. What would go is named first; a second click does it. */
export function EraseSection({ actions }: { actions: LogActions }) {
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  const [scope, setScope] = useState<'records' | 'naming'>('records');
  const [found, setFound] = useState<PersonWords | null>(null);
  const task = useTask();
  const names = [name, mail].filter((one) => one.trim() !== '');
  const find = (): void => {
    setFound(null);
    actions.findPerson(names).then(setFound, reportError);
  };
  const erase = (): void => {
    if (!found) return;
    task.run(
      () => actions.erasePerson(found, scope),
      (words) => {
        setFound(null);
        return words;
      },
    );
  };
  return (
    <section className="settings-section" aria-label="Erase a person">
      <h2>Erase a person</h2>
      <p className="quiet">
        Their texts go for good, from the log, the drafts and the knowledge on this machine. That something
        was here stays written, so the log still verifies. Exported files and the helpdesk itself are not
        touched.
      </p>
      <div className="pair">
        <TextField label="Name" value={name} onText={setName} />
        <TextField label="E-mail address" inputMode="email" value={mail} onText={setMail} />
      </div>
      <div className="row">
        <Button resting={names.length === 0 || task.busy} onPress={find}>
          Find what is kept
        </Button>
        <TaskWords task={task} label="Erase status" />
      </div>
      {found && (
        <fieldset className="confirm" aria-label="What would go">
          <FoundWords found={found} scope={scope} />
          <Choice
            label="How much"
            value={scope}
            onChange={setScope}
            options={{
              records: 'Everything recorded on their tickets',
              naming: 'Only the texts in which they are named',
            }}
          />
          <div className="row">
            <Button kind="main" resting={task.busy || isNothing(found)} onPress={erase}>
              Erase for good
            </Button>
            <Button onPress={() => setFound(null)}>Keep</Button>
          </div>
        </fieldset>
      )}
    </section>
  );
}

function isNothing({ texts, drafts, knowledge }: PersonWords): boolean {
  return texts === 0 && drafts === 0 && knowledge.length === 0;
}

function FoundWords({ found, scope }: { found: PersonWords; scope: 'records' | 'naming' }) {
  if (isNothing(found) && found.settings === 0) return <p>Nothing is kept about them under this spelling.</p>;
  const texts = scope === 'records' ? found.texts : found.naming;
  return (
    <ul className="found">
      <li>
        {texts} {texts === 1 ? 'text' : 'texts'} in the log
        {found.records.length > 0 && (
          <>
            , on <VisibleText text={found.records.join(', ')} />
          </>
        )}
      </li>
      <li>
        {found.drafts} unsent {found.drafts === 1 ? 'draft' : 'drafts'}
      </li>
      <li>
        {found.knowledge.length === 0 ? (
          'No knowledge item'
        ) : (
          <VisibleText text={`Knowledge: ${found.knowledge.join(', ')}`} />
        )}
      </li>
      {found.settings > 0 && (
        <li>
          {found.settings}{' '}
          {found.settings === 1 ? 'setting or site note names' : 'settings or site notes name'} them: change
          that in Settings yourself
        </li>
      )}
      {found.undoLost > 0 && (
        <li>
          {found.undoLost} {found.undoLost === 1 ? 'action' : 'actions'} cannot be taken back afterwards
        </li>
      )}
      {found.staying > 0 && (
        <li>
          {found.staying} {found.staying === 1 ? 'entry names' : 'entries name'} them in its facts, not its
          texts: that stays, since the chain is made of it
        </li>
      )}
    </ul>
  );
}
