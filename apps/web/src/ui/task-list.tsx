import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Task {
  readonly key: string;
  /** Left out where it cannot be gone to yet. */
  readonly to?: string;
  readonly name: string;
  readonly hint?: ReactNode;
  readonly status: ReactNode;
}

/** Tasks in any order, each with where it stands (GOV.UK's task list). */
export const TaskList = ({ tasks, label }: { readonly tasks: readonly Task[]; readonly label: string }) => (
  <ul className="tasks" aria-label={label}>
    {tasks.map(({ key, to, name, hint, status }) => (
      <li key={key} className="tasks__row">
        <div>
          {to === undefined ? (
            <span className="tasks__name">{name}</span>
          ) : (
            <Link to={to} aria-describedby={`task-${key}-status`}>
              {name}
            </Link>
          )}
          {hint !== undefined && <div className="usa-hint">{hint}</div>}
        </div>
        <div className="tasks__status" id={`task-${key}-status`}>
          {status}
        </div>
      </li>
    ))}
  </ul>
);
