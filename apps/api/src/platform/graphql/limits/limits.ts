/** How much one operation may ask for. The web client's largest document stays far below each. */
export const limits = {
  /** Characters of a document that nobody registered. */
  documentLength: 512 * 1024,
  tokens: 15_000,
  /** Selections inside one another, introspection aside (the library holds that in). */
  depth: 12,
  /** Fields, each fragment counted wherever it is spread. */
  fields: 400,
  aliases: 60,
  /** Points: a root field is 250, any other 1, or what its `complexity` says; what lies below a list counts tenfold. */
  cost: 10_000,
  /** Subscriptions open at once on one socket. */
  subscriptions: 100,
} as const;
