import { SimpleTable } from '../../ui/simple-table';
import { Say, useSay } from '../../words/say';
import type { Draft } from './data';
import { differencesOf } from './difference';
import { useInWords } from './in-words';
import { nameOf } from './places';

interface DifferenceTableProps {
  readonly caption: string;
  readonly before: Draft;
  readonly after: Draft;
  readonly beforeHead: string;
  readonly afterHead: string;
}

/** Two drafts beside each other, where they differ. */
export const DifferenceTable = ({ caption, before, after, beforeHead, afterHead }: DifferenceTableProps) => {
  const say = useSay();
  const words = useInWords();
  const differences = differencesOf(before, after, words);
  if (differences.length === 0)
    return (
      <p>
        <Say id="exporter.difference.none" />
      </p>
    );
  const value = (text: string | undefined) =>
    text === undefined ? (
      <span className="usa-hint">
        <Say id="exporter.difference.nothing" />
      </span>
    ) : (
      <span className="as-typed">{text}</span>
    );
  return (
    <SimpleTable
      caption={caption}
      rows={differences}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'what',
          head: say('exporter.difference.what'),
          isRowHead: true,
          cell: ({ section, part, name }) =>
            [say(nameOf[section]), part, name].filter((each) => each !== undefined).join(': '),
        },
        { key: 'before', head: beforeHead, cell: ({ before: text }) => value(text) },
        { key: 'after', head: afterHead, cell: ({ after: text }) => value(text) },
      ]}
    />
  );
};
