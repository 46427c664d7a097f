import { useNavigate } from 'react-router';
import { useMay, type Permission } from '../../session/me';
import { ButtonLink } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { Say, useSay } from '../../words/say';
import type { WordId } from '../../words/words';
import type { CaseOverview } from './case-types';

interface Act {
  readonly words: WordId;
  readonly to: string;
}

/** Whether the reviewers have the case: an application can be given back, and there is nothing to decide yet. */
export const isWithReviewers = ({ status }: Pick<CaseOverview, 'status'>): boolean =>
  status === 'registered' || status === 'in-technical-review' || status === 'in-security-review';

/** What this person can do in the case as it stands, the likeliest first. */
export const actsIn = (overview: CaseOverview, may: (permission: Permission) => boolean): readonly Act[] => {
  const { caseId, status, licenceNumber, closedOn } = overview;
  const act = (is: boolean, words: WordId, to: string): readonly Act[] => (is ? [{ words, to }] : []);
  const inDecision = status === 'in-licensing' || status === 'intent-to-deny';
  const mayDecide = may('decision:propose') || may('condition:settle');
  const isDraft = status === 'draft' || status === 'returned';
  return [
    ...act(isDraft && may('application:draft'), 'cases.act.draft', `/applications/${caseId}`),
    ...act(status === 'intent-to-deny' && may('notice:answer'), 'cases.act.notice', `/cases/${caseId}/notice`),
    ...act(
      status === 'in-technical-review' && may('technical-review:work'),
      'cases.act.review',
      `/reviews/technical/${caseId}`,
    ),
    ...act(
      status === 'in-security-review' && may('security-review:work'),
      'cases.act.position',
      `/reviews/agency/${caseId}`,
    ),
    ...act(
      status === 'awaiting-countersignature' && may('decision:countersign'),
      'cases.act.sign',
      `/decisions/${caseId}`,
    ),
    ...act(
      (inDecision || status === 'awaiting-countersignature') && mayDecide,
      'cases.act.decide',
      `/decisions/${caseId}`,
    ),
    ...act(isWithReviewers(overview) && may('application:return'), 'cases.act.return', `/cases/${caseId}/return`),
    ...act(licenceNumber !== null && may('licence:read'), 'cases.act.licence', `/licences/${licenceNumber}`),
    ...act(
      !isDraft && may('application:draft'),
      closedOn === null ? 'cases.act.withdraw' : 'cases.act.application',
      `/applications/${caseId}`,
    ),
    ...act(may('audit:read'), 'cases.act.replay', `/audit/cases/${caseId}`),
  ];
};

/** What can be done, and is not what the case waits for. */
const asides: readonly WordId[] = ['cases.act.return', 'cases.act.withdraw', 'cases.act.application'];

/** Links to what this person can do next; `n` goes to the first. */
export const NextActs = ({ overview }: { readonly overview: CaseOverview }) => {
  const say = useSay();
  const navigate = useNavigate();
  const acts = actsIn(overview, useMay());
  const [first] = acts;
  useShortcut('n', first ? say(first.words) : '', () => void (first && navigate(first.to)), first !== undefined);
  if (acts.length === 0) return null;
  return (
    <nav className="case-acts no-print" aria-label={say('cases.acts')}>
      {acts.map(({ words, to }, index) => (
        <ButtonLink key={to} to={to} look={index === 0 && !asides.includes(words) ? 'primary' : 'outline'}>
          <Say id={words} />
        </ButtonLink>
      ))}
    </nav>
  );
};
