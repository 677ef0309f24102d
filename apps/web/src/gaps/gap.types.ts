import type { GapsPageQuery } from '../generated/graphql';

export type FoundGap = GapsPageQuery['foundGaps']['gaps'][number];
export type Gap = GapsPageQuery['knowledgeGaps'][number];

/** Whatever is done about a gap makes what the map shows stale, an empty list too. */
export const gapContext = { additionalTypenames: ['KnowledgeGap', 'FoundGap', 'MapEditResult', 'Stakeholder'] };
