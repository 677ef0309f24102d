import type { InboxQuery } from '../generated/graphql';

export type Item = InboxQuery['knowledgeInbox'][number];

/** What is handed in makes empty lists stale, too. */
export const inboxContext = { additionalTypenames: ['KnowledgeItem'] };
