import { Children, isValidElement, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Say, useSay } from '../../words/say';

interface BlamedProps {
  readonly pointer: string;
  readonly isChosen: boolean;
  readonly onOpen: (pointer: string, by: HTMLElement) => void;
  readonly children: ReactNode;
}

/** A value that can be asked for the fact that set it. One that is a link stays one, with a button beside it. */
export const Blamed = ({ pointer, isChosen, onOpen, children }: BlamedProps) => {
  const say = useSay();
  if (holdsLink(children))
    return (
      <>
        {children}{' '}
        <button
          type="button"
          className="blamed blamed--beside"
          aria-pressed={isChosen}
          aria-label={say('auditor.blame.ofLink')}
          onClick={(event) => onOpen(pointer, event.currentTarget)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <circle cx="8" cy="8" r="6.5" />
            <path d="M8 4.5v4l2.5 1.5" />
          </svg>
        </button>
      </>
    );
  return (
    <button
      type="button"
      className="blamed"
      aria-pressed={isChosen}
      onClick={(event) => onOpen(pointer, event.currentTarget)}
    >
      {children}
      <span className="usa-sr-only">
        {' '}
        <Say id="auditor.blame.of" />
      </span>
    </button>
  );
};

const holdsLink = (node: ReactNode): boolean =>
  Children.toArray(node).some(
    (each) =>
      isValidElement<{ readonly children?: ReactNode }>(each) && (each.type === Link || holdsLink(each.props.children)),
  );
