import type { ReactNode } from 'react';

export interface SummaryRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** Such as a link to change it. */
  readonly action?: ReactNode;
}

/** Names and values, one under the other (GOV.UK's summary list). */
export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <dl className="summary">
    {rows.map(({ key, name, value, action }) => (
      <div key={key} className="summary__row">
        <dt>{name}</dt>
        <dd>{value}</dd>
        {action !== undefined && <dd className="summary__action">{action}</dd>}
      </div>
    ))}
  </dl>
);

interface CardProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3 | 4;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a page with a title of its own. */
export const Card = ({ title, actions, level = 2, id, children }: CardProps) => {
  const Heading = `h${level}` as const;
  return (
    <section className="card" id={id} aria-labelledby={id === undefined ? undefined : `${id}-title`}>
      <div className="card__head">
        <Heading className="card__title" id={id === undefined ? undefined : `${id}-title`}>
          {title}
        </Heading>
        {actions !== undefined && <div className="card__actions">{actions}</div>}
      </div>
      <div className="card__body">{children}</div>
    </section>
  );
};
