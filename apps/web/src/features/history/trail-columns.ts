import type { Column } from './download';
import type { TrailEntry } from './trail-page';

/** The columns of the trail as a table. */
export const trailColumns: readonly Column<TrailEntry>[] = [
  { name: 'position', of: ({ position }) => position },
  { name: 'at', of: ({ at }) => at },
  { name: 'sentence', of: ({ sentence }) => sentence },
  { name: 'type', of: ({ type }) => type },
  { name: 'person', of: ({ actorName }) => actorName },
  { name: 'personId', of: ({ actorId }) => actorId },
  { name: 'organisation', of: ({ organisationName }) => organisationName },
  { name: 'roles', of: ({ roles }) => roles.join(' ') },
  { name: 'assurance', of: ({ assurance }) => assurance },
  { name: 'onBehalfOf', of: ({ onBehalfOf }) => onBehalfOf },
  { name: 'caseId', of: ({ caseId }) => caseId },
  { name: 'stream', of: ({ stream }) => stream },
  { name: 'version', of: ({ version }) => version },
  { name: 'factId', of: ({ factId }) => factId },
  { name: 'commandId', of: ({ commandId }) => commandId },
  { name: 'correlationId', of: ({ correlationId }) => correlationId },
  { name: 'causationId', of: ({ causationId }) => causationId },
  { name: 'ruleSets', of: ({ ruleSets }) => ruleSets.join(' ') },
  { name: 'recordedAt', of: ({ recordedAt }) => recordedAt },
];
