/** The rows of a demonstration tenant's registers of stakeholders. Their marks have to be on the maps before. */
import { feedbackDueOn, localDate } from '@kvarter/cadence';
import { endsOf } from '../stakeholders/stakeholder.rules.js';
import type { DemoArea, DemoTenant } from './demo-facts.js';
import type { Row, Rows } from './demo-rows.js';

export const registerRows = ({ id, areas }: DemoTenant): Rows[] => areas.flatMap((area) => rowsOf(id, area));

function rowsOf(tenant_id: string, { id: area_id, stakeholders, relations }: DemoArea): Rows[] {
  const of = (stakeholder_id: string) => ({ tenant_id, area_id, stakeholder_id });
  return [
    [
      'open_room.stakeholder',
      stakeholders.map(({ id, name, kind, featureId, createdBy, ...texts }): Row => {
        const written = { field_of_work: texts.fieldOfWork, contribution: texts.contribution, motivation: texts.motivation };
        return { ...of(id), name, kind, ...written, role_and_influence: texts.roleAndInfluence, feature_id: featureId, created_by: createdBy };
      }),
    ],
    [
      'open_room.stakeholder_contact',
      stakeholders.flatMap(({ id, contact }): Row[] => {
        if (!contact) return [];
        const { name, email, phone, consent } = contact;
        const noted = { consent_on: consent?.on ?? null, consent_for: consent?.for ?? null, consent_noted_by: consent?.notedBy ?? null };
        return [{ ...of(id), contact_name: name, email, phone, private_person: consent !== null, ...noted }];
      }),
    ],
    [
      'open_room.stakeholder_relation',
      relations.map(({ fromId, toId, kind, createdBy }): Row => {
        const [from_id, to_id] = endsOf(fromId, toId, kind);
        return { tenant_id, area_id, from_id, to_id, kind, created_by: createdBy };
      }),
    ],
    [
      'open_room.stakeholder_talk',
      stakeholders.flatMap(({ id, talks }) =>
        talks.map((talk): Row => {
          const next = { next_step: talk.nextStep, next_step_on: talk.nextStepOn };
          return { ...of(id), talk_id: talk.id, held_on: talk.on, way: talk.way, person_id: talk.by, summary: talk.summary, ...next };
        }),
      ),
    ],
    [
      'open_room.stakeholder_perspective',
      stakeholders.flatMap(({ id, told }) =>
        told.map(({ id: perspective_id, on, by, capacity, said, feedback }): Row => {
          const answered = { feedback_on: feedback?.on ?? null, feedback_by: feedback?.by ?? null, feedback: feedback?.text ?? null };
          const due = { feedback_due_on: feedbackDueOn(localDate(on)) };
          return { ...of(id), perspective_id, said_on: on, capacity, said, ...due, ...answered, created_by: by };
        }),
      ),
    ],
  ];
}
