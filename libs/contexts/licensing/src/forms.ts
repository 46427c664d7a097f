// What forms send, for whoever fills them in: the very schemas that the HTTP routes read with.
export {
  addConditionSchema,
  answerNoticeSchema,
  dropConditionSchema,
  proposeApprovalSchema,
  proposeDenialSchema,
  proposeNoLicenceRequiredSchema,
  rewordConditionSchema,
  sendBackSchema,
} from './domain/commands.js';
