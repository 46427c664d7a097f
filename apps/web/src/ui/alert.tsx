import type { ReactNode } from 'react';

interface AlertProps {
  readonly kind: 'info' | 'warning' | 'error' | 'success';
  readonly title?: ReactNode;
  /** Read out when it appears. */
  readonly isNews?: boolean;
  readonly isSlim?: boolean;
  readonly children?: ReactNode;
}

export const Alert = ({ kind, title, isNews = false, isSlim = false, children }: AlertProps) => (
  <div
    className={`usa-alert usa-alert--${kind}${isSlim ? ' usa-alert--slim' : ''}`}
    role={isNews ? (kind === 'error' ? 'alert' : 'status') : undefined}
  >
    <div className="usa-alert__body">
      {title !== undefined && <p className="usa-alert__heading">{title}</p>}
      {children !== undefined && <div className="usa-alert__text">{children}</div>}
    </div>
  </div>
);
