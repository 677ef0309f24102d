import type { Locale } from './locales.js';

/** What a field is called in a message. `{field}` in a reason is always one of these, never text that came in. */
export const fieldNames = {
  name: { da: 'navnet', en: 'the name' },
  note: { da: 'beskrivelsen', en: 'the description' },
  description: { da: 'beskrivelsen', en: 'the description' },
  title: { da: 'titlen', en: 'the title' },
  kind: { da: 'typen', en: 'the kind' },
  geometry: { da: 'stedet på kortet', en: 'the place on the map' },
  boundary: { da: 'grænsen', en: 'the boundary' },
  times: { da: 'tidspunkterne', en: 'the times' },
  couldHelp: { da: 'feltet om, hvad der kunne gøre en forskel,', en: 'the field about what could make a difference' },
  group: { da: 'beskrivelsen af grupperingen', en: 'the description of the grouping' },
  activity: { da: 'aktiviteten', en: 'the activity' },
  contribution: { da: 'bidraget', en: 'the contribution' },
  audience: { da: 'målgruppen', en: 'the audience' },
  openingHours: { da: 'åbningstiden', en: 'the opening hours' },
  consent: { da: 'samtykket', en: 'the consent' },
  capacity: { da: 'feltet om, hvem der siger det,', en: 'the field about who says so' },
  stance: { da: 'holdningen', en: 'the stance' },
  saidOn: { da: 'datoen', en: 'the date' },
  voices: { da: 'stemmerne', en: 'the voices' },
  reason: { da: 'begrundelsen', en: 'the reason' },
  startsAt: { da: 'tidspunktet', en: 'the time' },
  count: { da: 'antallet', en: 'the number' },
  roles: { da: 'rollerne', en: 'the roles' },
  people: { da: 'personerne', en: 'the people' },
  seq: { da: 'tidspunktet på kortets tidslinje', en: "the point on the map's timeline" },
  box: { da: 'udsnittet', en: 'the view' },
  cursor: { da: 'markørens plads', en: "the cursor's place" },
  version: { da: 'versionen', en: 'the version' },
  id: { da: 'nummeret', en: 'the identifier' },
  code: { da: 'koden', en: 'the code' },
} as const satisfies Record<string, Record<Locale, string>>;

export type FieldName = keyof typeof fieldNames;
