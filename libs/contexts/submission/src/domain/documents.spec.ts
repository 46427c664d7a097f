import { describe, expect, it } from '@jest/globals';
import { aPerson, specFor } from '@exeat/kernel/spec';
import { documentNameText } from './commands.js';
import {
  aDocument,
  attach,
  attached,
  closed,
  draft,
  filed,
  officer,
  remove,
  removed,
  returned,
  stranger,
  submit,
  underReview,
  withdrawn,
} from './submission.fixtures.js';
import { submission } from './submission.js';

const { given } = specFor(submission);
const [one, two] = [aDocument(1), aDocument(2)];
const sixty = Array.from({ length: 60 }, (_, id) => attached(aDocument(id)));

describe('attaching a document', () => {
  it('records what it is', () =>
    given(...draft)
      .when(attach(one))
      .then({ type: 'DocumentAttached', data: one }));
  it('stays quiet where the same bytes are attached, under any name', () =>
    given(...draft, attached(one))
      .when(attach({ ...two, sha256: one.sha256 }))
      .thenNothing());
  it('records bytes again that were removed', () =>
    given(...draft, attached(one), removed(one))
      .when(attach({ ...two, sha256: one.sha256 }))
      .then({ type: 'DocumentAttached', data: { documentId: two.documentId } }));
  it('ends at sixty, and goes on when one is removed', () => {
    given(...draft, ...sixty)
      .when(attach(aDocument(60)))
      .thenRefused('TOO_MANY_DOCUMENTS');
    given(...draft, ...sixty)
      .when(attach(aDocument(9)))
      .thenNothing();
    given(...draft, ...sixty, removed(aDocument(3)))
      .when(attach(aDocument(60)))
      .then({ type: 'DocumentAttached' });
  });
  it('is possible again after a return', () =>
    given(...underReview, returned)
      .when(attach(one))
      .then({ type: 'DocumentAttached' }));
  it.each([
    ['is with the authority', underReview],
    ['was withdrawn', [...filed, withdrawn]],
    ['is closed', [...underReview, closed]],
  ])('is refused once the application %s', (_, facts) =>
    given(...facts)
      .when(attach(one))
      .thenRefused('NOT_IN_THIS_STATUS'),
  );
  it.each([stranger, officer, aPerson('Eve Hart', 'auditor', 'northlight')])('is refused to $name', (by) =>
    given(...draft)
      .when(attach(one, by))
      .thenRefused('NOT_YOUR_CASE'),
  );
});

describe('removing a document', () => {
  it('records which', () =>
    given(...draft, attached(one), attached(two))
      .when(remove(one))
      .then({ type: 'DocumentRemoved', data: { documentId: one.documentId, name: one.name } }));
  it('stays quiet when asked twice', () =>
    given(...draft, attached(one), removed(one))
      .when(remove(one))
      .thenNothing());
  it('is refused for a document that the case never had', () =>
    given(...draft, attached(one))
      .when(remove(two))
      .thenRefused('DOCUMENT_UNKNOWN'));
  it('is refused while the application is with the authority', () =>
    given(...draft, attached(one), ...filed.slice(draft.length))
      .when(remove(one))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is refused to another company', () =>
    given(...draft, attached(one))
      .when(remove(one, stranger))
      .thenRefused('NOT_YOUR_CASE'));
});

describe('submitting', () => {
  it('freezes which documents were attached', () =>
    given(...draft, attached(one), attached(two), removed(one))
      .when(submit())
      .then({ type: 'ApplicationSubmitted', data: { documents: [two] } }));
  it('says nothing of documents where there are none', () => {
    const { outcome } = given(...draft, attached(one), removed(one)).when(submit());
    expect(outcome).toEqual([{ type: 'ApplicationSubmitted', data: expect.not.objectContaining({ documents: [] }) }]);
  });
  it('keeps them for the next round', () =>
    given(...draft, attached(one), ...underReview.slice(draft.length), returned, attached(two))
      .when(submit())
      .then({ type: 'ApplicationSubmitted', data: { round: 2, documents: [one, two] } }));
});

describe('the name of a document', () => {
  it.each(['h200.pdf', 'Größe der Chips (2).pdf', '数据表.pdf', 'a"b;c%.pdf'])('may be %s', (name) =>
    expect(documentNameText.safeParse(name).success).toBe(true),
  );
  it.each([
    ['a path', '../../h200.pdf'],
    ['a path of Windows', 'C:\\h200.pdf'],
    ['a direction change that hides its ending', 'h200\u202Efdp.exe'],
    ['a character without width', 'h200\u200B.pdf'],
    ['a control character', 'h200\n.pdf'],
    ['a blank at its end', 'h200.pdf '],
    ['nothing', ''],
    ['201 characters', `${'x'.repeat(197)}.pdf`],
  ])('may not hold %s', (_, name) => expect(documentNameText.safeParse(name).success).toBe(false));
});
