import { useState } from 'react';
import { useCommand } from '../../api/command';
import { useLastAsked } from '../../forms/refused-command';
import type { LicensingCase } from './licensing-case';
import { useVersionNow } from './workspace';

/** Adopts conditions, one at a time. */
export const useAdopting = ({ caseId, version }: LicensingCase, onAdopted: () => void) => {
  const versionNow = useVersionNow(caseId);
  const [conditionId, setConditionId] = useState<string>();
  const command = useCommand({ onDone: onAdopted });
  const { asked, since, remember } = useLastAsked();
  return {
    /** The condition that was last meant. */
    conditionId,
    isRunning: command.isRunning,
    /** Why it was not adopted, as `RefusedCommand` takes it. */
    refused: { command, asked, since, caseId, versionNow },
    adopt: (id: string): void => {
      setConditionId(id);
      void command.run(remember({ path: `/licensing/${caseId}/conditions/${id}/adopt`, body: {}, version }));
    },
  };
};

export type Adopting = Omit<ReturnType<typeof useAdopting>, 'adopt'>;
