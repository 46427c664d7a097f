import type { WordId } from '../../words/words';
import type { Draft } from './data';

export const sectionNames = ['exportFrom', 'parties', 'items', 'endUse', 'certifications'] as const;
export type SectionName = (typeof sectionNames)[number];
export type TaskName = SectionName | 'documents';

/** The end of a section's address. */
export const pathOf: Readonly<Record<TaskName, string>> = {
  exportFrom: 'export-country',
  parties: 'parties',
  items: 'items',
  endUse: 'end-use',
  certifications: 'certifications',
  documents: 'documents',
};

export const nameOf: Readonly<Record<TaskName, WordId>> = {
  exportFrom: 'exporter.exportFrom',
  parties: 'exporter.parties',
  items: 'exporter.items',
  endUse: 'exporter.endUse',
  certifications: 'exporter.certifications',
  documents: 'exporter.documents',
};

export const applicationPath = (caseId: string): string => `/applications/${caseId}`;

/** Parties are told apart by their place in the list, items by the number of their line. */
export const partyPath = (caseId: string, index: number): string => `${applicationPath(caseId)}/parties/${index + 1}`;
export const itemPath = (caseId: string, line: number): string => `${applicationPath(caseId)}/items/${line}`;

/** The section, and the row of it, that a pointer such as `/sections/items/0/unitPrice` leads to. */
export const partOf = (pointer = ''): { readonly section?: SectionName; readonly row?: number } => {
  const [, head, name, row] = pointer.split('/');
  const section = head === 'sections' ? sectionNames.find((each) => each === name) : undefined;
  const index = row === undefined ? NaN : Number(row);
  return { ...(section && { section }), ...(Number.isInteger(index) && { row: index }) };
};

/** Where a problem of a draft is mended. */
export const placeOf = (caseId: string, pointer: string | undefined, { items }: Draft): string => {
  const { section, row } = partOf(pointer);
  const line = row === undefined ? undefined : items?.[row]?.line;
  if (section === undefined) return applicationPath(caseId);
  if (section === 'parties' && row !== undefined) return partyPath(caseId, row);
  if (section === 'items' && line !== undefined) return itemPath(caseId, line);
  return `${applicationPath(caseId)}/${pathOf[section]}`;
};
