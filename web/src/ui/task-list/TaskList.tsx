import type { ReactNode } from 'react';
import { useText } from '../../locales/Language';
import './task-list.css';

export type TaskState = 'to-do' | 'busy' | 'done' | 'blocked' | 'not-applicable';

export interface Task {
  id: string;
  /** A link to where it is done; plain text when it cannot be done yet. */
  name: ReactNode;
  hint?: ReactNode;
  state: TaskState;
}

/** What is to be done, each with how far it is. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  const t = useText();
  return (
    <ul className="task-list">
      {tasks.map((task) => (
        <li key={task.id} className="task-list__item">
          <div>
            <div className="task-list__name">{task.name}</div>
            {task.hint && <div className="task-list__hint">{task.hint}</div>}
          </div>
          <span className="task-list__state" data-state={task.state}>
            {t(`task.${task.state}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
