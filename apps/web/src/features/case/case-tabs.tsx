import { useAddress } from '../../ui/address';
import { AddressTabs } from '../../ui/tabs';
import { useSay } from '../../words/say';

export const caseTabs = ['overview', 'items', 'parties', 'documents', 'notes', 'history'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** The part of a case that the address asks for. */
export const useCaseTab = (): CaseTab => {
  const asked = useAddress().get('tab');
  return caseTabs.find((each) => each === asked) ?? 'overview';
};

/** The parts of a case, each with an address of its own. */
export const CaseTabs = ({ tabs }: { readonly tabs: readonly CaseTab[] }) => {
  const say = useSay();
  return (
    <AddressTabs
      name="tab"
      label={say('cases.tabs')}
      tabs={tabs.map((tab) => ({ value: tab === 'overview' ? '' : tab, label: say(`cases.tab.${tab}`) }))}
    />
  );
};
