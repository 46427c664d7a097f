import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Say } from '../words/say';

type Look = 'primary' | 'outline' | 'quiet' | 'danger';

const classes: Readonly<Record<Look, string>> = {
  primary: 'usa-button',
  outline: 'usa-button usa-button--outline',
  quiet: 'usa-button usa-button--unstyled',
  danger: 'usa-button usa-button--secondary',
};

interface ButtonProps {
  readonly look?: Look;
  readonly type?: 'button' | 'submit';
  readonly onClick?: () => void;
  /** While it is doing what it was asked: it stays in place and in focus, and does nothing more. */
  readonly isBusy?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly children: ReactNode;
}

/** A button is never disabled: whoever presses it too early is told why. */
export const Button = ({
  look = 'primary',
  type = 'button',
  onClick,
  isBusy = false,
  label,
  describedBy,
  pressed,
  expanded,
  controls,
  children,
}: ButtonProps) => (
  <button
    type={type}
    className={classes[look]}
    aria-disabled={isBusy || undefined}
    aria-label={label}
    aria-describedby={describedBy}
    aria-pressed={pressed}
    aria-expanded={expanded}
    aria-controls={controls}
    onClick={(event) => {
      if (isBusy) event.preventDefault();
      else onClick?.();
    }}
  >
    {children}
    {isBusy && (
      <span className="busy" role="status">
        <span className="usa-sr-only">
          <Say id="ui.sending" />
        </span>
      </span>
    )}
  </button>
);

interface ButtonLinkProps {
  readonly to: string;
  readonly look?: Look;
  readonly children: ReactNode;
}

/** Goes somewhere, and looks like a button. */
export const ButtonLink = ({ to, look = 'primary', children }: ButtonLinkProps) => (
  <Link to={to} className={classes[look]}>
    {children}
  </Link>
);
