import { useState } from 'react';
import { useCommand } from '../../api/command';
import type { LicensingCase } from './licensing-case';
import { useVersionNow } from './workspace';

/** Adopts conditions, one at a time. */
export const useAdopting = ({ caseId, version }: LicensingCase, onAdopted: () => void) => {
  const versionNow = useVersionNow(caseId);
  const [conditionId, setConditionId] = useState<string>();
  const { run, isRunning, problem, clear } = useCommand({ onDone: onAdopted });
  const ask = (id: string, at: number) =>
    run({ path: `/licensing/${caseId}/conditions/${id}/adopt`, body: {}, version: at });
  return {
    /** The condition that was last meant. */
    conditionId,
    isRunning,
    problem,
    clear,
    adopt: (id: string): void => {
      setConditionId(id);
      void ask(id, version);
    },
    again: async (): Promise<void> => {
      if (conditionId !== undefined) await ask(conditionId, await versionNow());
    },
  };
};

export type Adopting = Omit<ReturnType<typeof useAdopting>, 'adopt'>;
