/**
 * Turns what is told of an area's stakeholders into facts with ids and days.
 *
 * @typedef {'SSP' | 'POLICE' | 'MUNICIPAL_DEPARTMENT' | 'REGIONAL_HEALTH' | 'HEALTH_VISITOR' | 'HOUSING_SOCIAL' | 'HOUSING_ASSOCIATION' | 'CARETAKER' | 'STREET_WORKER' | 'SCHOOL' | 'DAY_CARE' | 'CLUB' | 'LIBRARY' | 'CIVIL_SOCIETY' | 'VOLUNTEER' | 'OTHER'} StakeholderKind
 * @typedef {'WORKS_WITH' | 'DEPENDS_ON' | 'SAME_TASK'} RelationKind
 * @typedef {{ name?: string, email?: string, phone?: string, consent?: { daysAgo: number, for: string, notedBy: string } }} Contact with a `consent` somebody private
 * @typedef {{ daysAgo: number, way: 'VISIT' | 'PHONE' | 'MAIL' | 'MEETING' | 'OTHER', by: string, summary: string, nextStep?: string, nextStepInDays?: number }} Talk
 * @typedef {{ daysAgo: number, by: string, capacity: string, said: string, feedback?: { daysAgo: number, by: string, text: string } }} Perspective
 * @typedef {{ key: string, mark?: string, name: string, kind: StakeholderKind, fieldOfWork?: string, contribution?: string, roleAndInfluence?: string, motivation?: string, contact?: Contact, talks?: Talk[], told?: Perspective[] }} Stakeholder `mark` is the key of their mark on the map
 * @typedef {[from: string, kind: RelationKind, to: string]} Relation
 *
 * @typedef {{ id: string, name: string, kind: StakeholderKind, fieldOfWork: string | null, contribution: string | null, roleAndInfluence: string | null, motivation: string | null, featureId: string | null, createdBy: string,
 *   contact: { name: string | null, email: string | null, phone: string | null, consent: { on: string, for: string, notedBy: string } | null } | null,
 *   talks: { id: string, on: string, way: string, by: string, summary: string, nextStep: string | null, nextStepOn: string | null }[],
 *   told: { id: string, on: string, by: string, capacity: string, said: string, feedback: { on: string, by: string, text: string } | null }[] }} StakeholderFacts
 * @typedef {{ fromId: string, kind: RelationKind, toId: string, createdBy: string }} RelationFacts
 */
import { addDays, dayOf } from './calendar.mjs';
import { identifier } from './identifier.mjs';

/**
 * @param {string} area its key, with the tenant's
 * @param {Stakeholder[]} stakeholders
 * @param {Relation[]} relations
 * @param {string} host who keeps the register, by id
 * @param {(key: string) => string} personId
 * @param {Date} now
 * @returns {{ stakeholders: StakeholderFacts[], relations: RelationFacts[] }}
 */
export const registerOf = (area, stakeholders, relations, host, personId, now) => {
  const id = (/** @type {string} */ key) => {
    if (!stakeholders.some((one) => one.key === key)) throw new Error(`no stakeholder of ${area} is called ${key}`);
    return identifier(area, 'stakeholder', key);
  };
  const day = (/** @type {number} */ ago) => dayOf(addDays(now, -ago));
  return {
    stakeholders: stakeholders.map(({ key, mark, name, kind, contact, talks = [], told = [], ...texts }) => ({
      id: id(key),
      name,
      kind,
      fieldOfWork: texts.fieldOfWork ?? null,
      contribution: texts.contribution ?? null,
      roleAndInfluence: texts.roleAndInfluence ?? null,
      motivation: texts.motivation ?? null,
      featureId: mark ? identifier(area, mark) : null,
      createdBy: host,
      contact: contact
        ? {
            name: contact.name ?? null,
            email: contact.email ?? null,
            phone: contact.phone ?? null,
            consent: contact.consent ? { on: day(contact.consent.daysAgo), for: contact.consent.for, notedBy: personId(contact.consent.notedBy) } : null,
          }
        : null,
      talks: talks.map(({ daysAgo, way, by, summary, nextStep, nextStepInDays }, i) => ({
        id: identifier(area, 'talk', key, String(i)),
        on: day(daysAgo),
        way,
        by: personId(by),
        summary,
        nextStep: nextStep ?? null,
        nextStepOn: nextStepInDays === undefined ? null : day(-nextStepInDays),
      })),
      told: told.map(({ daysAgo, by, capacity, said, feedback }, i) => ({
        id: identifier(area, 'told', key, String(i)),
        on: day(daysAgo),
        by: personId(by),
        capacity,
        said,
        feedback: feedback ? { on: day(feedback.daysAgo), by: personId(feedback.by), text: feedback.text } : null,
      })),
    })),
    relations: relations.map(([from, kind, to]) => ({ fromId: id(from), kind, toId: id(to), createdBy: host })),
  };
};
