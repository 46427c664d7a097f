import type { Actor, Role } from '../actor.js';
import type { CaseFile, Content } from '../trade/application.js';
import type { Item } from '../trade/item.js';
import type { Company, Party, PartyRole } from '../trade/party.js';

// Builders for specs: say what matters, the rest is filled in. All companies and people are fictional.

export const northlight: Company = { companyId: 'northlight', name: 'Northlight Compute Inc.' };

export const aPerson = (name: string, role: Role, organisation = 'bis'): Actor => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  roles: [role],
  organisation,
  assurance: 'multi-factor',
});

export const aParty = (role: PartyRole, changes: Partial<Party> = {}): Party => ({
  role,
  name: 'Lanhai Cloud Co., Ltd.',
  address: '18 Keji Road, Shenzhen',
  country: 'CN',
  headquarters: 'CN',
  ...changes,
});

/** An integrated circuit with the figures of an H20: TPP 2,368 on 814 mm². */
export const anItem = (changes: Partial<Item> = {}): Item => ({
  line: 1,
  model: 'H20 SXM',
  manufacturer: 'NVIDIA',
  description: 'Accelerator module for inference servers',
  quantity: '1000',
  unitPrice: { amount: '12500', currency: 'USD' },
  specification: {
    kind: 'integrated-circuit',
    rates: [{ format: 'fp8', bits: 8, denseTops: '296' }],
    dies: [{ areaMm2: '814', nonPlanar: true }],
    designedOrMarketedForDatacentre: 'yes',
    dramBandwidthGBs: '4000',
  },
  ...changes,
});

/** A whole application, ready to be submitted. */
export const aContent = (changes: Partial<Content> = {}): Content => ({
  exportFrom: 'US',
  parties: [aParty('purchaser'), aParty('ultimate-consignee'), aParty('end-user')],
  items: [anItem()],
  endUse: 'Inference for a public translation service in two commercial data centres in Shenzhen.',
  certifications: {},
  ...changes,
});

export const aCaseFile = (changes: Partial<CaseFile> = {}): CaseFile => ({
  number: 'Z000001',
  applicant: northlight,
  content: aContent(),
  ...changes,
});
