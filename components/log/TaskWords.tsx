import { VisibleText } from '../text/VisibleText';
import type { Task } from './use-task';

/** How a task went, announced. */
export function TaskWords({ task, label }: { task: Task; label: string }) {
  return (
    <span className={`answer answer-${task.good ? 'ok' : 'bad'}`} role="status" aria-label={label}>
      {task.busy ? 'Working…' : <VisibleText text={task.words} />}
    </span>
  );
}
