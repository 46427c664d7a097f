import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { ApiProblem } from '../api/problems';
import type { newLabels } from './labels';
import { fieldAt } from './validation';

/** Shows what the server refused at the fields it is about. Whether all of it found its field. */
export const showAtFields = <Values extends FieldValues>(
  form: UseFormReturn<Values>,
  labels: ReturnType<typeof newLabels>,
  at: string,
  problem: ApiProblem,
): boolean => {
  if (problem.isStale || problem.isPassing || problem.isSignedOut) return false;
  const placed = problem.problems.map(({ pointer, sentence }) => {
    const field = pointer?.startsWith(at) ? labels.nearest(fieldAt(pointer.slice(at.length))) : undefined;
    if (field === undefined) return false;
    form.setError(field as Parameters<typeof form.setError>[0], { type: 'server', message: sentence });
    return true;
  });
  return placed.every(Boolean);
};
