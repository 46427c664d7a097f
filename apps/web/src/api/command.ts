import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ApiProblem, problemFrom, problemOf } from './problems';
import { ownActs } from './position';
import { kept } from '../forms/kept';
import { standAt } from '../forms/stand';

/** A command as it is sent: where to, what, and to which version it was decided on. */
export interface Asked {
  /** After `/api/v1`. */
  readonly path: string;
  readonly method?: 'POST' | 'PATCH' | 'PUT';
  readonly body: unknown;
  /** The version of the stream that the person had before them; whichever it is where left out. */
  readonly version?: number;
}

export interface Accepted {
  readonly caseId: string;
  readonly version: number;
  readonly position: number;
}

const attempts = 4;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends a command. The key goes with it through every attempt, so that a command whose answer was lost is not done twice.
 * Throws `ApiProblem`.
 */
export const send = async <Answer = Accepted>(asked: Asked, key: string): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce<Answer>(asked, key);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem.isPassing || attempt === attempts) throw problem;
      await pause(300 * 2 ** attempt);
    }
  }
};

const sendOnce = async <Answer>({ path, method = 'POST', body, version }: Asked, key: string): Promise<Answer> => {
  const form = body instanceof FormData;
  const response = await fetch(`/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      ...(!form && { 'Content-Type': 'application/json' }),
      'Idempotency-Key': key,
      'If-Match': version === undefined ? '*' : `"${version}"`,
    },
    body: form ? body : JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemFrom(response.status, answer);
  ownActs.heard(response.headers.get('Exeat-Position'));
  return answer as Answer;
};

export interface CommandOptions<Answer> {
  readonly onDone?: (answer: Answer) => void | Promise<void>;
  /** What is read anew besides the case and all lists. */
  readonly renews?: readonly QueryKey[];
}

/**
 * One command of a screen. `run` answers once what is shown has been read anew, so that a person sees their own act. A
 * second click while the first is under way does nothing, and the same request after a failure keeps its key.
 */
export const useCommand = <Answer extends object = Accepted>({ onDone, renews = [] }: CommandOptions<Answer> = {}) => {
  const client = useQueryClient();
  const attempt = useRef<{ readonly asked: string; readonly key: string }>(undefined);
  const underWay = useRef(false);
  const mutation = useMutation<Answer, ApiProblem, Asked>({
    mutationFn: (asked) => {
      const said = asked.body instanceof FormData ? crypto.randomUUID() : JSON.stringify(asked);
      if (attempt.current?.asked !== said) attempt.current = { asked: said, key: crypto.randomUUID() };
      return send<Answer>(asked, attempt.current.key);
    },
    onSuccess: async (answer, { path, version }) => {
      attempt.current = undefined;
      if (version !== undefined && 'version' in answer && 'position' in answer)
        kept.follow(standAt(path, version), standAt(path, Number(answer.version)), Number(answer.position));
      await Promise.all([
        'caseId' in answer ? client.invalidateQueries({ queryKey: ['case', answer.caseId] }) : undefined,
        client.invalidateQueries({ queryKey: ['list'] }),
        ...renews.map((queryKey) => client.invalidateQueries({ queryKey })),
      ]);
      await onDone?.(answer);
    },
  });
  return {
    /** Undefined where it was refused: `problem` says why. */
    run: async (asked: Asked): Promise<Answer | undefined> => {
      if (underWay.current) return undefined;
      underWay.current = true;
      try {
        return await mutation.mutateAsync(asked).catch(() => undefined);
      } finally {
        underWay.current = false;
      }
    },
    isRunning: mutation.isPending,
    problem: mutation.error ?? undefined,
    /** Forgets the last refusal. */
    clear: mutation.reset,
  };
};
