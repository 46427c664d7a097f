import { Say } from '../../words/say';
import { wordChanges } from './word-changes';

interface WordChangesProps {
  readonly before: string;
  readonly after: string;
}

/** A text with what was put in and what was taken out, told to the ear as well. */
export const WordChanges = ({ before, after }: WordChangesProps) => (
  <span className="word-changes">
    {wordChanges(before, after).map(({ kind, text }, index) => {
      if (kind === 'kept') return text;
      const Change = kind === 'inserted' ? 'ins' : 'del';
      return (
        <Change key={index}>
          <span className="usa-sr-only">
            <Say id={`decision.words.${kind}`} />{' '}
          </span>
          {text.trimEnd()}
          <span className="usa-sr-only">
            {' '}
            <Say id={`decision.words.${kind}.end`} />
          </span>
          {(kind === 'deleted' || /\s$/.test(text)) && ' '}
        </Change>
      );
    })}
  </span>
);
