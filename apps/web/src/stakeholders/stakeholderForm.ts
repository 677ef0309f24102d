import type { StakeholderKind, UpdateStakeholderInput } from '../generated/graphql';
import type { Stakeholder } from './stakeholder.types';

/** What is typed about a stakeholder, as typed. */
export interface StakeholderForm {
  name: string;
  kind: StakeholderKind;
  fieldOfWork: string;
  contribution: string;
  roleAndInfluence: string;
  motivation: string;
  featureId: string;
  contactName: string;
  email: string;
  phone: string;
  privatePerson: boolean;
  consentOn: string;
  consentFor: string;
}

export const blankForm: StakeholderForm = {
  name: '',
  kind: 'CIVIL_SOCIETY',
  fieldOfWork: '',
  contribution: '',
  roleAndInfluence: '',
  motivation: '',
  featureId: '',
  contactName: '',
  email: '',
  phone: '',
  privatePerson: false,
  consentOn: '',
  consentFor: '',
};

export const formOf = ({ contact, ...one }: Stakeholder): StakeholderForm => ({
  name: one.name,
  kind: one.kind,
  fieldOfWork: one.fieldOfWork ?? '',
  contribution: one.contribution ?? '',
  roleAndInfluence: one.roleAndInfluence ?? '',
  motivation: one.motivation ?? '',
  featureId: one.featureId ?? '',
  contactName: contact?.name ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  privatePerson: contact?.privatePerson ?? false,
  consentOn: contact?.consentOn ?? '',
  consentFor: contact?.consentFor ?? '',
});

/** What somebody typed, laid over what stands now: only the fields they changed are theirs. */
export const laidOver = (standing: StakeholderForm, before: StakeholderForm, typed: StakeholderForm): StakeholderForm =>
  Object.fromEntries(
    Object.entries(typed).map(([key, value]) => {
      const name = key as keyof StakeholderForm; // the keys of a form
      return [key, value === before[name] ? standing[name] : value];
    }),
    // Every key of the form is there.
  ) as unknown as StakeholderForm;

const contactKeys = ['contactName', 'email', 'phone', 'privatePerson', 'consentOn', 'consentFor'] as const;
const ownKeys = ['name', 'fieldOfWork', 'contribution', 'roleAndInfluence', 'motivation', 'featureId'] as const;

/** Only what was changed, empty fields cleared. A contact in their work needs no consent, so none is kept of them. */
export function inputOf(before: StakeholderForm, typed: StakeholderForm): UpdateStakeholderInput {
  const after = typed.privatePerson ? typed : { ...typed, consentOn: '', consentFor: '' };
  const changed = ownKeys.filter((key) => after[key].trim() !== before[key]);
  const contacts = contactKeys.filter((key) => after[key] !== before[key]);
  const contact = Object.fromEntries(
    contacts.map((key) => [key === 'contactName' ? 'name' : key, key === 'privatePerson' ? after[key] : after[key].trim() || null]),
  );
  return {
    ...Object.fromEntries(changed.map((key) => [key, after[key].trim() || null])),
    ...(after.kind === before.kind ? {} : { kind: after.kind }),
    ...(contacts.length === 0 ? {} : { contact }),
  };
}
