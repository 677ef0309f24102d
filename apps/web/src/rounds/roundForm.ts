import type { Areal } from '@kvarter/geo';
import type { RoundFieldsFragment, TargetGroup } from '../generated/graphql';
import type { FormError } from '../ui/ErrorSummary';

export const targetGroups: readonly TargetGroup[] = ['YOUNGER_SIBLINGS', 'FAMILIES', 'STREET_ORIENTED_YOUNG', 'FROM_CRIME_TO_EXTREMISM'];

/** What is typed about a round, as typed. */
export interface RoundForm {
  name: string;
  targetGroups: TargetGroup[];
  /** One on each line. */
  localGroups: string;
  missingKnowledge: string;
  where: 'area' | 'part';
  delimitation: Areal | null;
  startsOn: string | null;
  endsOn: string | null;
  personId: string | null;
}

export const emptyRound: RoundForm = {
  name: '',
  targetGroups: [],
  localGroups: '',
  missingKnowledge: '',
  where: 'area',
  delimitation: null,
  startsOn: null,
  endsOn: null,
  personId: null,
};

export const formOf = (round: RoundFieldsFragment): RoundForm => ({
  name: round.name,
  targetGroups: [...round.targetGroups],
  localGroups: round.localGroups.join('\n'),
  missingKnowledge: round.missingKnowledge ?? '',
  where: round.delimitation ? 'part' : 'area',
  delimitation: (round.delimitation as Areal | null | undefined) ?? null,
  startsOn: round.startsOn,
  endsOn: round.endsOn,
  personId: round.responsible?.personId ?? null,
});

interface Words {
  nameMissing: string;
  dayMissing: string;
  reversed: string;
  partMissing: string;
}

/** What has to be filled in before the server is asked. */
export function missingIn({ name, startsOn, endsOn, where, delimitation }: RoundForm, words: Words): FormError[] {
  const found: FormError[] = [];
  if (name.trim() === '') found.push({ field: 'name', message: words.nameMissing });
  if (!startsOn) found.push({ field: 'startsOn', message: words.dayMissing });
  if (!endsOn) found.push({ field: 'endsOn', message: words.dayMissing });
  if (startsOn && endsOn && endsOn < startsOn) found.push({ field: 'endsOn', message: words.reversed });
  if (where === 'part' && !delimitation) found.push({ field: 'delimitation', message: words.partMissing });
  return found;
}

const groupsIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const delimitationOf = ({ where, delimitation }: RoundForm): Areal | null => (where === 'part' ? delimitation : null);

/** Only what was changed, so that what others changed meanwhile stays. */
export function changesOf(before: RoundForm, form: RoundForm) {
  const same = (key: keyof RoundForm) => JSON.stringify(before[key]) === JSON.stringify(form[key]);
  return {
    ...(same('name') ? {} : { name: form.name }),
    ...(same('targetGroups') ? {} : { targetGroups: form.targetGroups }),
    ...(same('localGroups') ? {} : { localGroups: groupsIn(form.localGroups) }),
    ...(same('missingKnowledge') ? {} : { missingKnowledge: form.missingKnowledge.trim() || null }),
    ...(same('where') && same('delimitation') ? {} : { delimitation: delimitationOf(form) }),
    ...(same('startsOn') || !form.startsOn ? {} : { startsOn: form.startsOn }),
    ...(same('endsOn') || !form.endsOn ? {} : { endsOn: form.endsOn }),
    ...(same('personId') || !form.personId ? {} : { responsiblePersonId: form.personId }),
  };
}
