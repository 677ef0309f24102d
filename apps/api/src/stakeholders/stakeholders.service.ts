/** The rules of the register: who stands in it, how they are reached, and what becomes of two that are one. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { loadOne } from '../platform/graphql/loader.js';
import { StakeholderChecks } from './stakeholder-checks.js';
import type { CreateStakeholderInput, StakeholderContactInput, UpdateStakeholderInput } from './stakeholder.input.js';
import { checkedFields, contactAfter, noContact, similarPairs } from './stakeholder.rules.js';
import {
  areaIsThere,
  type ContactRow,
  contactsOf,
  deleteStakeholder,
  featureIsThere,
  featureOf,
  insertStakeholder,
  linkFeature,
  lockStakeholders,
  merging,
  type PerspectiveRow,
  perspectivesOf,
  stakeholderById,
  type StakeholderRow,
  stakeholdersOf,
  updateStakeholder,
  writeContact,
} from './stakeholder.sql.js';
import type { SimilarStakeholders, Stakeholder, StakeholderChange, StakeholderContact } from './stakeholder.type.js';

const contacts = Symbol('contact by stakeholder');

@Injectable()
export class StakeholdersService {
  constructor(
    private readonly db: Db,
    private readonly checks: StakeholderChecks,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for an area that isn't the caller's to see */
  async all(areaId: string): Promise<Stakeholder[]> {
    await this.seeArea(areaId);
    return this.db.query<StakeholderRow>(stakeholdersOf, [currentTenant().id, areaId]);
  }

  /** @throws NOT_FOUND, also where it is there but not the caller's to see */
  async one(id: string): Promise<Stakeholder> {
    const [row] = await this.db.query<StakeholderRow>(stakeholderById, [currentTenant().id, id]);
    if (!row) throw refuse('STAKEHOLDER_NOT_FOUND');
    return row;
  }

  /** How they are reached; null for whom that is no business of. */
  contact(id: string): Promise<StakeholderContact | null> {
    if (!currentActor().permissions.has('stakeholder.contact')) return Promise.resolve(null);
    return loadOne<StakeholderContact>(
      contacts,
      id,
      async (ids) => new Map((await this.db.query<ContactRow>(contactsOf, [currentTenant().id, ids])).map((row) => [row.stakeholderId, row])),
      noContact,
    );
  }

  /** Each two of an area that may be one and the same. */
  async similar(areaId: string): Promise<SimilarStakeholders[]> {
    return similarPairs(await this.all(areaId)).map(([first, second]) => ({ first, second }));
  }

  /** @throws NOT_FOUND (area), INVALID_INPUT naming the field, CONFLICT where the mark is another's */
  async create({ areaId, ...input }: CreateStakeholderInput): Promise<Stakeholder> {
    const fields = checkedFields(input);
    await this.seeArea(areaId);
    await this.seeFeature(areaId, input.featureId);
    const id = randomUUID();
    await this.db.query(insertStakeholder, [currentTenant().id, id, areaId, currentActor().personId, JSON.stringify(fields)]).catch(refuseTaken);
    if (input.contact) await this.setContact(id, areaId, input.contact);
    return this.one(id);
  }

  /**
   * Changes what was given, where `version` still stands; else nothing, and what stands is answered.
   * @throws NOT_FOUND, INVALID_INPUT naming the field, CONFLICT where the mark is another's
   */
  async update(id: string, version: number, input: UpdateStakeholderInput): Promise<StakeholderChange> {
    const fields = checkedFields(input);
    const before = await this.one(id);
    await this.seeFeature(before.areaId, input.featureId);
    const changed = await this.db.query(updateStakeholder, [currentTenant().id, id, version, JSON.stringify(fields)]).catch(refuseTaken);
    if (changed.length > 0 && input.contact) await this.setContact(id, before.areaId, input.contact);
    const stakeholder = await this.one(id);
    if (changed.length > 0) await this.checks.renamed(stakeholder);
    return { saved: changed.length > 0, stakeholder };
  }

  /** Takes a stakeholder out with all that is known of them; their mark stays on the map. @throws NOT_FOUND */
  async remove(id: string): Promise<boolean> {
    const told = await this.db.query<PerspectiveRow>(perspectivesOf, [currentTenant().id, [id]]);
    const gone = await this.db.query(deleteStakeholder, [currentTenant().id, id]);
    if (gone.length === 0) throw refuse('STAKEHOLDER_NOT_FOUND');
    await this.checks.forget(
      id,
      told.map((perspective) => perspective.id),
    );
    return true;
  }

  /**
   * Makes one of two: relations, talks, perspectives and mark of the one that goes become the other's, and
   * fields that are empty there are filled in.
   * @throws NOT_FOUND, INVALID_INPUT for one and the same or another area, CONFLICT where either was changed since
   */
  async merge(keep: { id: string; version: number }, drop: { id: string; version: number }): Promise<Stakeholder> {
    if (keep.id === drop.id) throw refuse('MERGE_SELF', {}, { field: 'dropId' });
    const tenant = currentTenant().id;
    const locked = await this.db.query<{ id: string; areaId: string; version: number }>(lockStakeholders, [tenant, [keep.id, drop.id]]);
    const [one, other] = [keep.id, drop.id].map((id) => locked.find((row) => row.id === id));
    if (!one || !other) throw refuse('STAKEHOLDER_NOT_FOUND');
    if (one.areaId !== other.areaId) throw refuse('STAKEHOLDER_ELSEWHERE', {}, { field: 'dropId' });
    if (one.version !== keep.version || other.version !== drop.version) throw refuse('STAKEHOLDER_CHANGED');
    const [mark] = await this.db.query<{ featureId: string | null }>(featureOf, [tenant, drop.id]);
    for (const statement of merging) await this.db.query(statement, [tenant, one.areaId, keep.id, drop.id]);
    if (mark?.featureId) await this.db.query(linkFeature, [tenant, keep.id, mark.featureId]);
    const merged = await this.one(keep.id);
    await this.checks.merged(drop.id, merged);
    return merged;
  }

  private async setContact(id: string, areaId: string, given: StakeholderContactInput): Promise<void> {
    const [before] = await this.db.query<ContactRow>(contactsOf, [currentTenant().id, [id]]);
    const after = contactAfter(before ?? noContact, given, currentActor().personId, this.clock.today());
    const { name, email, phone, privatePerson, consentOn, consentFor, consentNotedBy } = after;
    await this.db.query(writeContact, [currentTenant().id, id, areaId, name, email, phone, privatePerson, consentOn, consentFor, consentNotedBy]);
  }

  private async seeArea(areaId: string): Promise<void> {
    const [area] = await this.db.query(areaIsThere, [currentTenant().id, areaId]);
    if (!area) throw refuse('AREA_NOT_FOUND', {}, { field: 'areaId' });
  }

  private async seeFeature(areaId: string, featureId: string | null | undefined): Promise<void> {
    if (!featureId) return;
    const [mark] = await this.db.query(featureIsThere, [currentTenant().id, areaId, featureId]);
    if (!mark) throw refuse('FEATURE_NOT_HERE', {}, { field: 'featureId' });
  }
}

/** The index is asked, not a query before: two who link the same mark at once are told as well. */
function refuseTaken(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'stakeholder_of_feature') throw refuse('FEATURE_TAKEN', {}, { field: 'featureId' });
  throw error;
}
