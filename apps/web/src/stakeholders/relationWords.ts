import type { StakeholderRelationKind } from '../generated/graphql';
import type { Relation, Stakeholder } from './stakeholder.types';

/** A relation as one of its ends sees it. */
export interface Seen {
  readonly kind: StakeholderRelationKind;
  readonly other: Stakeholder;
  /** The other one depends on this. */
  readonly turned: boolean;
  readonly relation: Relation;
}

/** All relations of one, grouped by kind and then by name. */
export function relationsOf(id: string, all: readonly Stakeholder[], relations: readonly Relation[], locale: string): Seen[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const byName = new Intl.Collator(locale).compare;
  const rank = ({ kind, turned }: Seen) => ['WORKS_WITH', 'SAME_TASK', 'DEPENDS_ON'].indexOf(kind) + (turned ? 1 : 0);
  return relations
    .flatMap((relation): Seen[] => {
      const { fromId, toId, kind } = relation;
      const other = byId.get(fromId === id ? toId : fromId);
      if ((fromId !== id && toId !== id) || !other) return [];
      return [{ kind, other, turned: kind === 'DEPENDS_ON' && toId === id, relation }];
    })
    .sort((a, b) => rank(a) - rank(b) || byName(a.other.name, b.other.name));
}
