import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { ApiProblem } from '../api/problems';
import type { newLabels } from './labels';
import { fieldAt } from './validation';

/**
 * Shows what the server refused at the fields it is about; `placed` leads from where it is in what was sent to where it is
 * in what was filled in. Whether all of it found its field.
 */
export const showAtFields = <Values extends FieldValues>(
  form: UseFormReturn<Values>,
  labels: ReturnType<typeof newLabels>,
  at: string,
  problem: ApiProblem,
  placed: (pointer: string) => string,
): boolean => {
  if (problem.isStale || problem.isPassing || problem.isSignedOut) return false;
  const shown = problem.problems.map(({ pointer, sentence }) => {
    const place = pointer === undefined ? undefined : placed(pointer);
    const field = place?.startsWith(at) ? labels.nearest(fieldAt(place.slice(at.length))) : undefined;
    if (field === undefined) return false;
    form.setError(field as Parameters<typeof form.setError>[0], { type: 'server', message: sentence });
    return true;
  });
  return shown.every(Boolean);
};
