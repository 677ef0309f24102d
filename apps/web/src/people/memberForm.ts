import type { Member } from './teamFilter';

/** What is typed about a member, as typed. */
export const memberKeys = ['name', 'organisation', 'function', 'competence', 'legalFramework', 'functionDescription', 'email', 'phone'] as const;
export type MemberKey = (typeof memberKeys)[number];
export type MemberForm = Record<MemberKey, string>;

/** What one may change about oneself. */
export const ownKeys: readonly MemberKey[] = ['email', 'phone'];

export const formOf = (member: Member): MemberForm => Object.fromEntries(memberKeys.map((key) => [key, member[key] ?? ''])) as MemberForm; // every key is filled

/** Only what was changed goes to the server, so that two who edit different fields don't disturb each other. */
export const changesIn = (before: MemberForm, after: MemberForm): Partial<Record<MemberKey, string | null>> =>
  Object.fromEntries(memberKeys.filter((key) => after[key].trim() !== before[key]).map((key) => [key, after[key].trim() || null]));
