import { describe, expect, it } from '@jest/globals';
import { roles, type Actor, type Role } from '@exeat/kernel';
import { aPerson, specFor } from '@exeat/kernel/spec';
import * as the from './case-notes.fixtures.js';
import { caseNotes } from './case-notes.js';
import { writeNoteSchema } from './commands.js';
import { outsiders } from './rules.js';

const { given } = specFor(caseNotes);
const both = (...held: Role[]): Actor => ({ ...aPerson('Bo Both', 'exporter', 'elsewhere'), roles: held });

describe('writing a note', () => {
  it('keeps its text as it was written', () =>
    given()
      .when(the.write({ text: 'Line one.\n\nLine two.' }))
      .then({ type: 'NoteWritten', data: { noteId: the.noteId(1), text: 'Line one.\n\nLine two.' } }));
  it('adds to those that are there', () =>
    given(the.written(1), the.written(2))
      .when(the.write({ noteId: the.noteId(3) }, the.sam))
      .then({ type: 'NoteWritten', data: { noteId: the.noteId(3) } }));
  it('says the same again where somebody means to', () =>
    given(the.written(1))
      .when(the.write({ noteId: the.noteId(2) }))
      .then({ type: 'NoteWritten' }));
  it('stays quiet for a note that is there', () =>
    given(the.written(1), the.written(2)).when(the.write()).thenNothing());
  it('is refused where there is no such case, or it was never submitted', () =>
    given().when(the.writeOfNothing()).thenRefused('CASE_NOT_FOUND'));
  it.each(roles.map((role) => [role] as const))('is for those who work on cases: %s', (role) => {
    const asked = given().when(the.write({}, aPerson('Some One', role, 'elsewhere')));
    if (['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner'].includes(role))
      asked.then({ type: 'NoteWritten' });
    else asked.thenRefused('NOT_A_NOTE_WRITER');
  });
  it('is no case at all to an officer who exports as well', () =>
    given()
      .when(the.write({}, both('licensing-officer', 'exporter')))
      .thenRefused('CASE_NOT_FOUND'));
  it('is refused to whoever belongs to the applicant', () =>
    given()
      .when(the.write({}, aPerson('Ida Roe', 'technical-reviewer', 'northlight')))
      .thenRefused('INTEREST_IN_CASE'));
  it('tells those who may not write nothing about the case', () =>
    given()
      .when(the.writeOfNothing(aPerson('Priya Nair', 'auditor')))
      .thenRefused('NOT_A_NOTE_WRITER'));
});

describe('the text of a note', () => {
  const fits = (text: string) => writeNoteSchema.safeParse({ text }).success;
  it('may have paragraphs, up to 4,000 characters', () => {
    expect(fits('One.\n\nTwo.')).toBe(true);
    expect(fits('x'.repeat(4000))).toBe(true);
  });
  it.each(['', ' \n', 'x'.repeat(4001), 'over\u202eturned', 'a\u001b[2J'])('is not %j', (text) =>
    expect(fits(text)).toBe(false),
  );
});

describe('reading notes', () => {
  it('is for auditors too', () => expect(outsiders(aPerson('Priya Nair', 'auditor'), 'northlight')).toBeUndefined());
  it('is not for an auditor who exports as well, as if there were no case', () =>
    expect(outsiders(both('auditor', 'exporter'), 'northlight')).toEqual(
      outsiders(both('auditor', 'exporter'), undefined),
    ));
});
