import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { Say } from '../../words/say';
import type { Clause } from './use-clauses';
import { WordChanges } from './word-changes-of';
import { piecesOf, wordingOf, type Typed } from './wording';

interface WordingPreviewProps {
  readonly clause: Pick<Clause, 'wording' | 'parameters'>;
  /** Where the parameters are among the form's values. */
  readonly at: string;
  /** The text that binds now, where there is one: what would change is marked. */
  readonly before?: string;
}

/** How a condition would read with what is typed, renewed with every letter. */
export const WordingPreview = ({ clause, at, before }: WordingPreviewProps) => {
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
          piecesOf(clause, typed).map(({ text, parameter, isMissing = false }, index) =>
            parameter === undefined ? (
              text
            ) : (
              <span key={index} className={isMissing ? 'wording__missing' : 'wording__filled'}>
                {isMissing ? <Say id="decision.preview.missing" what={text} /> : text}
              </span>
            ),
          )
        )}
      </p>
      {before !== undefined && whole === before && (
        <p className="usa-hint">
          <Say id="decision.preview.same" />
        </p>
      )}
    </section>
  );
};
