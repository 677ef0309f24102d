/** The questions an open meeting is led by: by phase, and in an area meeting by what it asks about (domain sections 4 and 5). */
import { isRoundMap } from './isRoundMap';
import type { Locale } from '../platform/i18n/locale';

export const phases = ['WELCOME', 'STATUS', 'SITUATION', 'IDEAS', 'ACTIONS'] as const;
export type Phase = (typeof phases)[number];

interface Question {
  readonly da: string;
  readonly en: string;
}

const q = (da: string, en: string): Question => ({ da, en });

const welcome = [
  q('Hvem er vi, og hvad kender vi hver især til området?', 'Who are we, and what does each of us know of the area?'),
  q('Hvad skal vi gå herfra med, og hvad sker der med det, vi fortæller?', 'What do we want to leave with, and what happens with what we tell?'),
];

const status = [
  q('Hvad er der sket siden sidst?', 'What has happened since last time?'),
  q('Hvilke aftaler er i mål, og hvilke mangler?', 'Which agreements are done, and which are not?'),
];

const actions = [
  q('Hvad gør vi først, og hvem tager det?', 'What do we do first, and who takes it on?'),
  q('Hvornår ser vi, om det hjalp?', 'When will we see whether it helped?'),
  q('Hvem skal have at vide, hvad vi fandt ud af?', 'Who should hear what we found out?'),
];

const resources: Record<Phase, readonly Question[]> = {
  WELCOME: welcome,
  STATUS: [
    q('Hvad lykkes her lige nu?', 'What is going well here right now?'),
    q('Hvilke gode oplevelser har folk haft i området?', 'What good experiences have people had in the area?'),
  ],
  SITUATION: [
    q('Hvor kan folk lide at være, og hvornår på dagen?', 'Where do people like to be, and at what time of day?'),
    q('Hvilke foreninger, klubber og steder samler folk?', 'Which associations, clubs and places bring people together?'),
    q('Hvem gør en forskel for andre, og hvad gør de?', 'Who makes a difference for others, and what do they do?'),
    q('Hvem arbejder allerede sammen, og hvem kunne komme til det?', 'Who works together already, and who could?'),
    q('Hvor er kortet tomt, og hvem ved noget om det sted?', 'Where is the map empty, and who knows about that place?'),
  ],
  IDEAS: [
    q('Hvilket sted eller hvem kunne mere, hvis de fik en hånd?', 'Which place or person could do more with a little help?'),
    q('Hvilke to på kortet skulle kende hinanden?', 'Which two on the map ought to know each other?'),
  ],
  ACTIONS: actions,
};

const challenges: Record<Phase, readonly Question[]> = {
  WELCOME: [
    ...welcome,
    q(
      'Vi taler om steder og grupper, aldrig om en navngiven person. Er det klart for alle?',
      'We speak of places and groups, never of a named person. Is that clear to everybody?',
    ),
  ],
  STATUS: [
    q('Hvad hører I om i jeres hverdag?', 'What do you hear about in your daily work and life?'),
    q('Hvad er blevet bedre eller værre siden sidst?', 'What has got better or worse since last time?'),
  ],
  SITUATION: [
    q('Hvor føler folk sig utrygge, og hvornår?', 'Where do people feel unsafe, and when?'),
    q('Hvor er der uro, hærværk eller indbrud?', 'Where is there unrest, vandalism or burglary?'),
    q('Hvilke grupper er svære at nå? Beskriv dem uden navne.', 'Which groups are hard to reach? Describe them without names.'),
    q('Hvem har selv set det, og hvem har hørt det fra andre?', 'Who saw it themselves, and who heard it from others?'),
    q('Er der noget på kortet, som ikke passer længere?', 'Is there something on the map that is not so any more?'),
  ],
  IDEAS: [
    q('Hvad ville gøre området stærkere?', 'What would make the area stronger?'),
    q('Hvilke ressourcer på kortet ligger tæt på, og kunne de bruges?', 'Which resources on the map are near, and could they be used?'),
  ],
  ACTIONS: actions,
};

const team: Record<Phase, readonly Question[]> = {
  WELCOME: [q('Hvem er her, og hvad skal vi nå i dag?', 'Who is here, and what do we want to get done today?')],
  STATUS: status,
  SITUATION: [
    q('Hvad ser vi i områderne lige nu?', 'What do we see in the areas right now?'),
    q('Hvad mangler vi at vide, og hvem kan spørges?', 'What do we not know, and who can be asked?'),
  ],
  IDEAS: [q('Hvad kunne vi prøve, og hvem skal med?', 'What could we try, and who should be part of it?')],
  ACTIONS: actions,
};

/** The questions of a phase for a kind of meeting; always at least one. */
export function questionsFor(
  meeting: { kind: 'AREA' | 'TEAM' | 'NETWORK' | 'WALK'; focus?: 'RESOURCES' | 'CHALLENGES' | null },
  phase: Phase,
  locale: Locale,
): readonly string[] {
  const set = isRoundMap(meeting) ? (meeting.focus === 'CHALLENGES' ? challenges : resources) : team;
  return set[phase].map((question) => question[locale]);
}

/** The question that is asked now; null before anybody leads the meeting. */
export function askedNow(meeting: Parameters<typeof questionsFor>[0] & { phase: Phase | null; question: number }, locale: Locale): string | null {
  if (!meeting.phase) return null;
  const questions = questionsFor(meeting, meeting.phase, locale);
  return questions[Math.min(meeting.question, questions.length - 1)] ?? null;
}
