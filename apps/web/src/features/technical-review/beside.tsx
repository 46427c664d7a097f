import { useAddress } from '../../ui/address';
import { AddressTabs } from '../../ui/tabs';
import { useSay } from '../../words/say';
import { CasePart, partsBeside } from '../case/case-part';
import { Precedents } from './precedents';

/** What helps to find: earlier findings for the same model, and the rest of the case. Which of them is in the address. */
export const Beside = ({ caseId, model }: { readonly caseId: string; readonly model?: string }) => {
  const say = useSay();
  const asked = useAddress().get('beside');
  const part = partsBeside.find((each) => each === asked);
  return (
    <div className="workspace__beside">
      <AddressTabs
        name="beside"
        label={say('review.beside')}
        tabs={[
          { value: '', label: say('review.beside.precedents') },
          ...partsBeside.map((each) => ({ value: each, label: say(`review.beside.${each}`) })),
        ]}
      />
      {part !== undefined && <CasePart caseId={caseId} part={part} />}
      {part === undefined && model !== undefined && <Precedents model={model} caseId={caseId} />}
    </div>
  );
};
