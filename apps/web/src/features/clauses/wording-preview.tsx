import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { Say } from '../../words/say';
import type { Clause } from './use-clauses';
import { WordChanges } from './word-changes-of';
import { piecesOf, wordingOf, type Piece, type Typed } from './wording';

interface WordingPreviewProps {
  readonly clause: Pick<Clause, 'wording' | 'parameters'>;
  /** Where the parameters are among the form's values. */
  readonly at: string;
  /** The text that binds now, where there is one: what would change is marked. */
  readonly before?: string;
  /** What the clause makes the holder do, in words. */
  readonly duty?: string | undefined;
}

/** How a condition would read with what is typed, renewed with every letter. */
export const WordingPreview = ({ clause, at, before, duty }: WordingPreviewProps) => {
  const id = useId();
  const typed = (useWatch({ name: at }) ?? {}) as Typed;
  const whole = wordingOf(clause, typed);
  return (
    <section className="wording" aria-labelledby={id}>
      <h4 className="wording__title" id={id}>
        <Say id="decision.preview" />
      </h4>
      <p className="wording__text">
        {before !== undefined && whole !== undefined ? (
          <WordChanges before={before} after={whole} />
        ) : (
          <Pieces pieces={piecesOf(clause, typed)} />
        )}
      </p>
      {duty !== undefined && (
        <p className="wording__duty">
          <Pieces pieces={piecesOf({ wording: duty, parameters: clause.parameters }, typed)} />
        </p>
      )}
      {before !== undefined && whole === before && (
        <p className="usa-hint">
          <Say id="decision.preview.same" />
        </p>
      )}
    </section>
  );
};

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map(({ text, parameter, isMissing = false }, index) =>
    parameter === undefined ? (
      text
    ) : (
      <span key={index} className={isMissing ? 'wording__missing' : 'wording__filled'}>
        {isMissing ? <Say id="decision.preview.missing" what={text} /> : text}
      </span>
    ),
  );
