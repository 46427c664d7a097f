import type { Content } from '@exeat/kernel';
import type { Play } from './play.js';

interface Listed<Row> {
  readonly items: readonly Row[];
}
interface Case {
  readonly caseId: string;
  readonly status: string;
  readonly licenceNumber: string | null;
}
interface StoredFact {
  readonly type: string;
  readonly sentence: string;
  readonly data: { readonly content?: Content };
}
interface Licence {
  readonly status: string;
  readonly lines: readonly unknown[];
  readonly conditions: readonly { readonly clause: string; readonly text: string }[];
  readonly shipments: readonly { readonly reference: string; readonly shippedOn: string }[];
}
interface Owed {
  readonly about: string;
  readonly evidence: string;
  readonly status: string;
  readonly reference: string | null;
}

/** What the API tells an auditor of a case, to compare what people did at the screens with. */
export const onRecord = async ({ told }: Play, number: string) => {
  const { items } = await told<Listed<{ readonly caseId: string }>>(`/cases?number=${number}`);
  const caseId = items[0]?.caseId ?? '';
  const overview = await told<Case>(`/cases/${caseId}`);
  const { facts } = await told<{ readonly facts: readonly StoredFact[] }>(`/applications/${caseId}/state`);
  return {
    overview,
    sentences: facts.map(({ sentence }) => sentence),
    /** What was submitted, as often as it was. */
    submitted: facts.flatMap(({ type, data }) => (type === 'ApplicationSubmitted' ? [data.content] : [])),
    licence: () => told<Licence>(`/licences/${overview.licenceNumber ?? ''}`),
    owed: async () =>
      (await told<Listed<Owed>>(`/obligations?limit=100&licence=${overview.licenceNumber ?? ''}`)).items,
  };
};
