import { useRef } from 'react';

interface Props {
  enter: (kind: 'task' | 'call', body: Record<string, unknown>) => Promise<void>;
}

/** Forms for what stands in the thread and is no message: a task to be done, a call that was made. */
export function Entries({ enter }: Props) {
  const title = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLInputElement>(null);
  const summary = useRef<HTMLInputElement>(null);
  const minutes = useRef<HTMLInputElement>(null);

  async function submit(
    kind: 'task' | 'call',
    inputs: Record<string, React.RefObject<HTMLInputElement | null>>,
  ): Promise<void> {
    const said = Object.entries(inputs).map(([name, input]) => [name, input.current?.value.trim() ?? '']);
    for (const input of Object.values(inputs)) if (input.current) input.current.value = '';
    await enter(kind, { ...Object.fromEntries(said), key: crypto.randomUUID() });
  }

  return (
    <section className="panel entries">
      <h2>Tasks and calls</h2>
      <div className="field">
        <label htmlFor="task-title">Task</label>
        <input id="task-title" ref={title} type="text" placeholder="What is to be done" autoComplete="off" />
        <label htmlFor="task-due">Due</label>
        <input id="task-due" ref={due} type="text" placeholder="2026-12-01" autoComplete="off" />
      </div>
      <button
        type="button"
        className="quiet task-add-button"
        onClick={() => void submit('task', { title, due })}
      >
        Add task
      </button>
      <div className="field">
        <label htmlFor="call-summary">Call</label>
        <input id="call-summary" ref={summary} type="text" placeholder="What was said" autoComplete="off" />
        <label htmlFor="call-minutes">Minutes</label>
        <input id="call-minutes" ref={minutes} type="text" inputMode="numeric" autoComplete="off" />
      </div>
      <button
        type="button"
        className="quiet call-add-button"
        onClick={() => void submit('call', { summary, minutes })}
      >
        Log call
      </button>
    </section>
  );
}
