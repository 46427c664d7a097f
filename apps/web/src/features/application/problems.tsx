import { use, useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Link, useSearchParams } from 'react-router';
import type { ToldProblem } from '../../api/problems';
import { LabelsOfFields } from '../../forms/labels';
import { fieldAt } from '../../forms/validation';
import { Alert } from '../../ui/alert';
import { Say, useSay } from '../../words/say';
import type { Application, Draft } from './data';
import { nameOf, partOf, placeOf } from './places';

interface ProblemLinksProps {
  readonly caseId: string;
  readonly sections: Draft;
  readonly problems: readonly ToldProblem[];
  /** The page to come back to. */
  readonly from: 'answers' | 'submit';
}

/** Problems, each with a link to where it is mended. */
export const ProblemLinks = ({ caseId, sections, problems, from }: ProblemLinksProps) => {
  const say = useSay();
  return (
    <ul className="usa-list">
      {problems.map(({ code, sentence, pointer }) => {
        const { section } = partOf(pointer);
        return (
          <li key={`${code}${pointer ?? ''}${sentence}`}>
            <Link to={`${placeOf(caseId, pointer, sections)}?from=${from}`}>
              {section === undefined ? sentence : say('ui.errorSummary.one', { label: say(nameOf[section]), sentence })}
            </Link>
          </li>
        );
      })}
    </ul>
  );
};

/** Why a submission was refused: every problem at once, with the focus on it. */
export const RefusedSubmission = (props: ProblemLinksProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="usa-alert usa-alert--error error-summary" role="alert">
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">
          <Say id="exporter.submit.refused" />
        </h2>
        <ProblemLinks {...props} />
      </div>
    </div>
  );
};

/** What a form is not blamed for before somebody has filled it in. */
const forUnfilled = ['SECTION_MISSING', 'PARTY_MISSING', 'ITEMS_MISSING'];

interface DraftProblemsProps {
  readonly application: Application;
  /** Where the form's fields are in the draft. */
  readonly at: string;
  /** The part of the draft that the form is about, as a pointer. */
  readonly about: string;
}

/**
 * Within a form, after its fields: what the server says of the stored part that the form is about, at the same fields. A
 * part that is not there yet is not blamed for it, unless the person comes from where it was told.
 */
export const DraftProblems = ({ application, at, about }: DraftProblemsProps) => {
  const { setError } = useFormContext();
  const labels = use(LabelsOfFields);
  const [parameters] = useSearchParams();
  const wasTold = parameters.get('from') === 'submit';
  const [told] = useState(() =>
    application.problems.filter(
      ({ code, pointer = '' }) =>
        (pointer === about || pointer.startsWith(`${about}/`)) && (wasTold || !forUnfilled.includes(code)),
    ),
  );
  const [rest, setRest] = useState<typeof told>([]);
  useEffect(() => {
    const fields = told.map((problem) => ({
      problem,
      field: labels.nearest(fieldAt((problem.pointer ?? '').slice(at.length))),
    }));
    for (const { problem, field } of fields)
      if (field !== undefined) setError(field, { type: 'draft', message: problem.sentence });
    setRest(fields.filter(({ field }) => field === undefined).map(({ problem }) => problem));
  }, [at, labels, setError, told]);
  if (rest.length === 0) return null;
  return (
    <Alert kind="warning">
      {rest.map(({ code, sentence }) => (
        <p key={code + sentence}>{sentence}</p>
      ))}
    </Alert>
  );
};
