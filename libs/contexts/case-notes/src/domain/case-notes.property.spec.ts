import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@exeat/kernel';
import { aPerson, walk } from '@exeat/kernel/spec';
import fc from 'fast-check';
import * as the from './case-notes.fixtures.js';
import { caseNotes } from './case-notes.js';
import type { CaseNotesCommand } from './commands.js';
import { caseNotesFacts } from './events.js';
import { lifecycle } from './state.js';

const insider = aPerson('Ida Roe', 'licensing-officer', 'northlight');
const kept = [insider, aPerson('Priya Nair', 'auditor'), aPerson('Nora Vance', 'exporter', 'northlight')];
const people: fc.Arbitrary<Actor> = fc.constantFrom(the.ada, the.ada, the.sam, the.sam, ...kept);

const command: fc.Arbitrary<CaseNotesCommand> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), people)
      .map(([number, text, by]) => the.write({ noteId: the.noteId(number), text }, by)),
  },
  people.map((by) => the.writeOfNothing(by)),
);
const commands = fc.array(command, { maxLength: 40, size: 'max' });
const walked = (asks: CaseNotesCommand[]) => walk(caseNotes, lifecycle, caseNotesFacts, asks);

describe('any sequence of commands to the notes of a case', () => {
  it('keeps to the lifecycle, to the stored form, and to one answer for one question', () =>
    fc.assert(fc.property(commands, (asks) => void walked(asks))));

  it('writes each note once, as its author wrote it first, and never for whom it is kept from', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        const first = new Map<string, string>();
        for (const { by, data } of asks)
          if (!kept.includes(by) && data.applicant !== undefined && !first.has(data.noteId))
            first.set(data.noteId, data.text);
        const facts = walked(asks).flatMap((step) => step.facts);
        expect(facts.map(({ data }) => [data.noteId, data.text])).toEqual([...first]);
      }),
    ));
});
