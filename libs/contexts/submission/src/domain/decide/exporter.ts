import { same, type Draft } from '@exeat/kernel';
import type { SaveDraft, StartDraft, SubmitApplication, WithdrawApplication } from '../commands.js';
import { contentOf, flawsOf } from '../completeness.js';
import { declarationStatement } from '../declaration.js';
import type { Outcome } from '../refusals.js';
import type { With } from '../state.js';

export const start = ({ data }: StartDraft): Outcome => [{ type: 'DraftStarted', data }];

/** Records the sections that say something new; nothing where all of them are as they were. */
export const save = ({ data }: SaveDraft, { draft }: With<'draft' | 'returned'>): Outcome => {
  const changes = Object.fromEntries(
    Object.entries(data.sections).filter(([section, value]) => !same(value, draft[section as keyof Draft])),
  );
  return Object.keys(changes).length > 0 ? [{ type: 'DraftSaved', data: { changes } }] : [];
};

/** Freezes the whole content under the signatory's declaration, or lists everything that is still wrong with it. */
export const submit = ({ data }: SubmitApplication, state: With<'draft' | 'returned'>): Outcome => {
  const content = contentOf(state.draft);
  const refused = flawsOf(state.draft);
  if (!content || refused.length > 0) return { refused };
  const { signatory, capacity, digest } = data;
  return [
    {
      type: 'ApplicationSubmitted',
      data: {
        applicant: state.applicant,
        content,
        digest,
        declaration: { signatory, capacity, statement: declarationStatement },
        round: state.round + 1,
        ...(state.documents.length > 0 && { documents: [...state.documents] }),
      },
    },
  ];
};

export const withdraw = ({ data }: WithdrawApplication): Outcome => [{ type: 'ApplicationWithdrawn', data }];
