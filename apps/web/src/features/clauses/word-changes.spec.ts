import { describe, expect, it } from '@jest/globals';
import { wordChanges } from './word-changes.js';

const marked = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'kept' ? text : kind === 'inserted' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('what became of a wording', () => {
  it('is told word by word, what is gone before what is new', () =>
    expect(marked('within 30 days after the shipment', 'within 14 days after each shipment')).toBe(
      'within [-30 ][+14 ]days after [-the ][+each ]shipment',
    ));
  it('keeps as much as can be kept', () => expect(marked('a b c d', 'b c d a')).toBe('[-a ]b c d [+a]'));
  it('is nothing where nothing changed', () => expect(marked('as it was', 'as it was')).toBe('as it was'));
  it('is all new before an empty text, and all gone after one', () => {
    expect(marked('', 'new words')).toBe('[+new words]');
    expect(marked('old words', '')).toBe('[-old words]');
  });
  it('takes no other blanks for a change', () => expect(marked('one two', 'one\n two ')).toBe('one\n two '));
});
