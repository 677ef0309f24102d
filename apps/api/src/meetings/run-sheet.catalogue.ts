/** The run sheet a meeting begins with (domain sections 4 and 9; days by K where the domain gives none). */
import { defaultRules, type FollowUpRules, type Offset } from '@kvarter/cadence';
import type { Locale } from '@kvarter/contract';
import { MeetingKind } from './meeting.entity.js';
import { RunSheetStage } from './run-sheet.type.js';

export interface RunSheetTemplate {
  readonly key: string;
  readonly stage: RunSheetStage;
  /** From the day of the meeting; as the municipality says where it has a say. */
  readonly days: number | ((rules: FollowUpRules) => number);
  /** Which way it moves from a closed day, unless away from the meeting. */
  readonly move?: Offset['move'];
  /** The kinds it is for; all, unless said. */
  readonly kinds?: readonly MeetingKind[];
  readonly words: Readonly<Record<Locale, string>>;
}

const { AREA, NETWORK, WALK } = MeetingKind;
const { BEFORE, DURING, AFTER } = RunSheetStage;

export const runSheetTemplates: readonly RunSheetTemplate[] = [
  {
    key: 'room',
    stage: BEFORE,
    days: -28,
    kinds: [AREA, NETWORK],
    words: { da: 'Find et sted, hvor folk føler sig hjemme', en: 'Find a place where people feel at home' },
  },
  {
    key: 'send-out',
    stage: BEFORE,
    days: ({ runSheetDays }) => -runSheetDays,
    words: { da: 'Send formål, dagsorden, deltagere og forløb ud til alle', en: 'Send purpose, agenda, participants and process to everybody' },
  },
  {
    key: 'route',
    stage: BEFORE,
    days: -7,
    kinds: [WALK],
    words: { da: 'Læg en rute forbi de steder, der fylder', en: 'Lay a route past the places that weigh on people' },
  },
  {
    key: 'prepare',
    stage: BEFORE,
    days: -7,
    words: { da: 'Alle spørger i deres egen organisation og forbereder sig', en: 'Everybody asks in their own organisation and prepares' },
  },
  {
    key: 'replies',
    stage: BEFORE,
    days: -3,
    words: { da: 'Se svarene igennem, og ring til dem, der mangler', en: 'Go through the replies and call those who are missing' },
  },
  {
    key: 'map',
    stage: BEFORE,
    days: -1,
    kinds: [AREA, WALK],
    words: { da: 'Se kortet igennem, og gør skærm, telefoner og koder klar', en: 'Go through the map; get screen, phones and codes ready' },
  },
  {
    key: 'welcome',
    stage: DURING,
    days: 0,
    words: { da: 'Byd velkommen, og sig, hvad der sker med det, folk fortæller', en: 'Welcome people and say what will happen with what they tell' },
  },
  {
    key: 'write-down',
    stage: DURING,
    days: 0,
    words: { da: 'Skriv ideer og aftaler ned, mens I taler: hvem gør hvad hvornår', en: 'Write ideas and agreements down as you talk: who does what by when' },
  },
  { key: 'summary', stage: AFTER, days: 3, words: { da: 'Send referatet ud', en: 'Send the summary out' } },
  { key: 'next-date', stage: AFTER, days: 3, words: { da: 'Sæt datoen for næste møde', en: 'Set the date of the next meeting' } },
  {
    key: 'agreements',
    stage: AFTER,
    days: 14,
    words: { da: 'Følg op på aftalerne, til alle har meldt tilbage', en: 'Chase the agreements until everybody has reported back' },
  },
  {
    key: 'feedback',
    stage: AFTER,
    days: ({ feedbackDays }) => feedbackDays,
    move: 'BEFORE',
    kinds: [AREA, NETWORK, WALK],
    words: { da: 'Fortæl dem, der bidrog, hvad der er sket med det, de sagde', en: 'Tell those who contributed what has come of what they said' },
  },
];

/** An item as a meeting of this kind begins with it. */
export interface PlannedItem extends Pick<RunSheetTemplate, 'key' | 'stage'> {
  readonly days: number;
}

export const templatesFor = (kind: MeetingKind, rules: FollowUpRules = defaultRules): readonly PlannedItem[] =>
  runSheetTemplates
    .filter(({ kinds }) => kinds?.includes(kind) ?? true)
    .map(({ key, stage, days }) => ({ key, stage, days: typeof days === 'number' ? days : days(rules) }));

/** The words of an item of ours; of one that this version knows no more, its key. */
export const wordsFor = (key: string, locale: Locale): string => runSheetTemplates.find((template) => template.key === key)?.words[locale] ?? key;

/** How far an item is from the day of the meeting: one of ours may say which way to move from a closed day. */
export const offsetOf = (key: string | null, days: number): Offset => ({ days, move: runSheetTemplates.find((template) => template.key === key)?.move });
