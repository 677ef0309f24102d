import type { MemberFieldsFragment } from '../generated/graphql';

export type Member = MemberFieldsFragment;

/** What the list is narrowed to; empty means everything. */
export interface TeamFilter {
  words: string;
  organisation: string;
  areaId: string;
}

export const everybody: TeamFilter = { words: '', organisation: '', areaId: '' };

/** The organisations of a team, each once, as they are read. */
export const organisationsOf = (members: readonly Member[], locale: string): string[] =>
  [...new Set(members.flatMap(({ organisation }) => (organisation ? [organisation] : [])))].sort(new Intl.Collator(locale).compare);

/** Those who pass: every word stands somewhere in what they are and can. Coordinators first, then by name. */
export function passing(members: readonly Member[], { words, organisation, areaId }: TeamFilter, locale: string): Member[] {
  const wanted = words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const byName = new Intl.Collator(locale).compare;
  return members
    .filter((member) => !organisation || member.organisation === organisation)
    .filter((member) => !areaId || member.areaIds.includes(areaId))
    .filter((member) => {
      const text = [member.name, member.organisation, member.function, member.competence, member.functionDescription].join(' ').toLocaleLowerCase(locale);
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b) || byName(a.name, b.name));
}

const rank = ({ roles }: Member): number => (roles.includes('coordinator') ? 0 : 1);
