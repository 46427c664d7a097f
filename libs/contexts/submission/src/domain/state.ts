import type { Company, Content, Draft, Lifecycle } from '@exeat/kernel';
import type { SubmissionCommand } from './commands.js';
import type {
  ApplicationClosed,
  ApplicationReturned,
  ApplicationSubmitted,
  Document,
  SubmissionFact,
} from './events.js';
import type { z } from 'zod';

type Declaration = z.infer<typeof ApplicationSubmitted.schema>['declaration'];
type Returned = z.infer<typeof ApplicationReturned.schema>;
type Outcome = z.infer<typeof ApplicationClosed.schema>;

/** What every case has from its first fact on. */
interface Case {
  readonly applicant: Company;
  readonly reference: string;
  /** What has been filled in; frozen while the application is with the authority. */
  readonly draft: Draft;
  /** What is attached; frozen with the draft. */
  readonly documents: readonly Document[];
  /** Ids of documents that were attached once, and are no more. */
  readonly removedDocuments: readonly string[];
  /** How often the case has been submitted. */
  readonly round: number;
  /** The number of the last round that got one. */
  readonly number?: string;
}

interface Filed {
  readonly content: Content;
  readonly declaration: Declaration;
}

export type Submission =
  | Readonly<{ status: 'not-started' }>
  | (Case & Readonly<{ status: 'draft' }>)
  | (Case & Filed & Readonly<{ status: 'submitted' }>)
  | (Case & Filed & Readonly<{ status: 'registered'; number: string }>)
  | (Case & Readonly<{ status: 'returned'; returned: Returned }>)
  | (Case & Readonly<{ status: 'withdrawn' }>)
  | (Case & Readonly<{ status: 'closed'; outcome: Outcome }>);

export type SubmissionStatus = Submission['status'];
export type Started = Exclude<Submission, { status: 'not-started' }>;
export type With<Status extends SubmissionStatus> = Extract<Submission, { status: Status }>;

/**
 * A case is closed from "returned" and "withdrawn" too, and from "submitted": whether a decision came before the return
 * or withdrawal is settled in licensing's stream, where both meet. A licence granted a moment before the exporter
 * withdrew is in force, so this stream follows and says so.
 */
export const lifecycle = {
  'not-started': { StartDraft: ['draft'] },
  draft: {
    SaveDraft: ['draft'],
    AttachDocument: ['draft'],
    RemoveDocument: ['draft'],
    SubmitApplication: ['submitted'],
    WithdrawApplication: ['withdrawn'],
  },
  submitted: { RegisterApplication: ['registered'], WithdrawApplication: ['withdrawn'], CloseApplication: ['closed'] },
  registered: { ReturnApplication: ['returned'], WithdrawApplication: ['withdrawn'], CloseApplication: ['closed'] },
  returned: {
    SaveDraft: ['returned'],
    AttachDocument: ['returned'],
    RemoveDocument: ['returned'],
    SubmitApplication: ['submitted'],
    WithdrawApplication: ['withdrawn'],
    CloseApplication: ['closed'],
  },
  withdrawn: { CloseApplication: ['closed'] },
  closed: {},
} as const satisfies Lifecycle<SubmissionStatus, SubmissionCommand['type']>;

/** The states in which the table hears a command: a decision that expects fewer does not compile. */
export type Hearing<Asked extends SubmissionCommand['type']> = With<
  { [From in SubmissionStatus]: Asked extends keyof (typeof lifecycle)[From] ? From : never }[SubmissionStatus]
>;

export const initial: Submission = { status: 'not-started' };

export const evolve = (state: Submission, fact: SubmissionFact): Submission => {
  if (fact.type === 'DraftStarted')
    return { status: 'draft', ...fact.data, draft: {}, documents: [], removedDocuments: [], round: 0 };
  if (state.status === 'not-started') return state;
  const held = caseOf(state);
  switch (fact.type) {
    case 'DraftSaved':
      return { ...state, draft: { ...state.draft, ...fact.data.changes } };
    case 'DocumentAttached':
      return { ...state, documents: [...state.documents, fact.data] };
    case 'DocumentRemoved': {
      const { documentId } = fact.data;
      return {
        ...state,
        documents: state.documents.filter((each) => each.documentId !== documentId),
        removedDocuments: [...state.removedDocuments, documentId],
      };
    }
    case 'ApplicationSubmitted': {
      const { content, declaration, round } = fact.data;
      return { ...held, status: 'submitted', draft: content, content, declaration, round };
    }
    case 'ApplicationRegistered':
      return state.status === 'submitted' ? { ...state, status: 'registered', number: fact.data.file.number } : state;
    case 'ApplicationReturned':
      return { ...held, status: 'returned', returned: fact.data };
    case 'ApplicationWithdrawn':
      return { ...held, status: 'withdrawn' };
    case 'ApplicationClosed':
      return { ...held, status: 'closed', outcome: fact.data };
  }
};

const caseOf = ({ applicant, reference, draft, documents, removedDocuments, round, number }: Started): Case => ({
  applicant,
  reference,
  draft,
  documents,
  removedDocuments,
  round,
  ...(number !== undefined && { number }),
});
