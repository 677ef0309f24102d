/** Who works with whom, does the same, or depends on whom, within one area. */
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { endsOf } from './stakeholder.rules.js';
import { relate, type RelationRow, relationsOf, unrelate } from './stakeholder.sql.js';
import type { RelationKind, StakeholderRelation } from './stakeholder.type.js';
import { StakeholdersService } from './stakeholders.service.js';

@Injectable()
export class StakeholderRelationsService {
  constructor(
    private readonly db: Db,
    private readonly stakeholders: StakeholdersService,
  ) {}

  /** Of an area the caller sees; none of others. */
  all(areaId: string): Promise<StakeholderRelation[]> {
    return this.db.query<RelationRow>(relationsOf, [currentTenant().id, areaId]);
  }

  /** Said twice, or from the other end where it goes both ways, it stands once. @throws NOT_FOUND, INVALID_INPUT for one and the same or another area */
  async relate(fromId: string, toId: string, kind: RelationKind): Promise<StakeholderRelation> {
    const [from, to] = endsOf(fromId, toId, kind);
    const areaId = await this.areaOfBoth(from, to);
    await this.db.query(relate, [currentTenant().id, areaId, from, to, kind, currentActor().personId]);
    return { fromId: from, toId: to, kind };
  }

  /** @returns whether it stood */
  async unrelate(fromId: string, toId: string, kind: RelationKind): Promise<boolean> {
    const [from, to] = endsOf(fromId, toId, kind);
    const areaId = await this.areaOfBoth(from, to);
    return (await this.db.query(unrelate, [currentTenant().id, areaId, from, to, kind])).length > 0;
  }

  private async areaOfBoth(from: string, to: string): Promise<string> {
    const [one, other] = [await this.stakeholders.one(from), await this.stakeholders.one(to)];
    if (one.areaId !== other.areaId) throw refuse('STAKEHOLDER_ELSEWHERE', {}, { field: 'toId' });
    return one.areaId;
  }
}
