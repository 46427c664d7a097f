import {
  actorSchema,
  agencyPositionSchema,
  caseFileSchema,
  classificationSchema,
  companySchema,
  conditionSchema,
  contentSchema,
  draftSchema,
  findingSchema,
  itemSchema,
  licenceRequirementSchema,
  moneySchema,
  paragraphSchema,
  partySchema,
  positionSchema,
  proposalSchema,
  specificationSchema,
} from '@exeat/kernel';
import type { z } from 'zod';

/** Things of the trade, each once in the document and under its name in the types that are generated from it. */
const names = new Map<z.core.$ZodType, string>([
  [actorSchema, 'Actor'],
  [agencyPositionSchema, 'AgencyPosition'],
  [caseFileSchema, 'CaseFile'],
  [classificationSchema, 'Classification'],
  [companySchema, 'Company'],
  [conditionSchema, 'Condition'],
  [contentSchema, 'Content'],
  [draftSchema, 'Draft'],
  [findingSchema, 'Finding'],
  [itemSchema, 'Item'],
  [licenceRequirementSchema, 'LicenceRequirement'],
  [moneySchema, 'Money'],
  [paragraphSchema, 'Paragraph'],
  [partySchema, 'Party'],
  [positionSchema, 'Position'],
  [proposalSchema, 'ConditionProposal'],
  [specificationSchema, 'Specification'],
]);

/** The name of a schema in the document; undefined for those that stand where they are used. */
export const nameOf = (schema: z.core.$ZodType): string | undefined => names.get(schema);
