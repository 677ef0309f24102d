import { textLimits } from '@kvarter/geo';
import type { AgreementInBriefFragment } from '../generated/graphql';
import type { FormError } from '../ui/ErrorSummary';

/** What is typed about an agreement, as typed. */
export interface AgreementForm {
  title: string;
  detail: string;
  personId: string | null;
  dueOn: string | null;
}

export const emptyAgreement: AgreementForm = { title: '', detail: '', personId: null, dueOn: null };

/** What was said as a title; where it is too long for one, its beginning, and all of it in the detail. @param personId who would do it */
export function agreementFrom(words: string, personId: string | null = null): AgreementForm {
  const empty = { ...emptyAgreement, personId };
  const said = words.trim().replaceAll(/\s+/g, ' ');
  if (said.length <= textLimits.title) return { ...empty, title: said.replace(/[.]$/, '') };
  const beginning = said.slice(0, textLimits.title - 1);
  const whole = beginning.lastIndexOf(' ');
  return { ...empty, title: `${whole > 0 ? beginning.slice(0, whole) : beginning}…`, detail: words.trim() };
}

export const formOf = ({ title, detail, responsible, dueOn }: AgreementInBriefFragment): AgreementForm => ({
  title,
  detail: detail ?? '',
  personId: responsible?.personId ?? null,
  dueOn,
});

interface Words {
  titleMissing: string;
  responsibleMissing: string;
  dueOnMissing: string;
}

/** What has to be filled in before the server is asked. */
export function missingIn({ title, personId, dueOn }: AgreementForm, words: Words): FormError[] {
  const found: FormError[] = [];
  if (title.trim() === '') found.push({ field: 'title', message: words.titleMissing });
  if (!personId) found.push({ field: 'responsible', message: words.responsibleMissing });
  if (!dueOn) found.push({ field: 'dueOn', message: words.dueOnMissing });
  return found;
}

/** Only what was changed, so that what others changed meanwhile stays. */
export const changesOf = (before: AgreementForm, form: AgreementForm) => ({
  ...(form.title === before.title ? {} : { title: form.title }),
  ...(form.detail === before.detail ? {} : { detail: form.detail.trim() || null }),
  ...(form.personId === before.personId ? {} : { responsiblePersonId: form.personId }),
  ...(form.dueOn === before.dueOn ? {} : { dueOn: form.dueOn }),
});
