/** The only values of `extensions.code` in an answer: what kind of refusal it is, for programs to act on. */
export const codes = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT', 'INVALID_GEOMETRY', 'CONFLICT', 'LIMIT_EXCEEDED', 'INTERNAL'] as const;

export type Code = (typeof codes)[number];
