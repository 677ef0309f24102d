import type { ReasonText } from '../reason-text.js';

/** Follow-ups, their cadences and agreements. */
export const followUpReasons = {
  FOLLOW_UP_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Opfølgningen findes ikke, eller du har ikke adgang til den. Genindlæs listen, og vælg igen.',
    en: 'The follow-up does not exist or you do not have access to it. Reload the list and choose again.',
  },
  FOLLOW_UP_CLOSED: {
    code: 'CONFLICT',
    da: 'Der er allerede meldt tilbage på opfølgningen. Intet er ændret. Genindlæs for at se svaret.',
    en: 'The follow-up has already been reported on. Nothing has changed. Reload to see the answer.',
  },
  TOO_MANY_FOLLOW_UPS: {
    code: 'LIMIT_EXCEEDED',
    da: 'Perioden har flere end {max} opfølgninger. Vælg en kortere periode eller ét område.',
    en: 'The period has more than {max} follow-ups. Choose a shorter period or a single area.',
  },
  CADENCE_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Kadencen findes ikke, eller du har ikke adgang til den. Genindlæs siden, og vælg igen.',
    en: 'The cadence does not exist or you do not have access to it. Reload the page and choose again.',
  },
  CADENCE_ENDED: {
    code: 'CONFLICT',
    da: 'Kadencen er afsluttet. Intet er ændret. Begynd en ny, hvis der skal følges op igen.',
    en: 'The cadence has ended. Nothing has changed. Begin a new one if there is to be follow-up again.',
  },
  CADENCE_ON_HOLD: {
    code: 'CONFLICT',
    da: 'Kadencen er allerede sat på pause. Intet er ændret.',
    en: 'The cadence is already on hold. Nothing has changed.',
  },
  CADENCE_NOT_ON_HOLD: {
    code: 'CONFLICT',
    da: 'Kadencen er ikke på pause. Intet er ændret.',
    en: 'The cadence is not on hold. Nothing has changed.',
  },
  SUBJECT_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'Der kan ikke følges op på den slags. Intet er ændret. Vælg, hvad der skal følges op på, fra listen.',
    en: 'That kind of thing can not be followed up. Nothing has changed. Choose what to follow up from the list.',
  },
  RESPONSIBLE_UNKNOWN: {
    code: 'INVALID_INPUT',
    da: 'Den ansvarlige er ikke med i holdet i dag. Intet er gemt. Vælg en anden fra listen.',
    en: 'The person responsible is not on the team today. Nothing has been saved. Choose someone else from the list.',
  },
  DATES_REVERSED: {
    code: 'INVALID_INPUT',
    da: 'Perioden slutter, før den begynder. Intet er ændret. Byt om på datoerne.',
    en: 'The period ends before it begins. Nothing has changed. Swap the dates.',
  },
  DAY_OUT_OF_RANGE: {
    code: 'INVALID_INPUT',
    da: 'Kvarter regner ikke så langt tilbage eller frem i tiden. Intet er gemt. Se efter, om årstallet er rigtigt.',
    en: 'Kvarter does not reckon that far back or ahead. Nothing has been saved. Check that the year is right.',
  },
  DAY_HAS_PASSED: {
    code: 'INVALID_INPUT',
    da: 'Dagen er gået. Intet er ændret. Vælg i dag eller en senere dag.',
    en: 'That day has passed. Nothing has changed. Choose today or a later day.',
  },
  NO_WORKING_DAY: {
    code: 'INVALID_INPUT',
    da: 'Dagen er ikke en arbejdsdag. Intet er ændret. Vælg en hverdag, der ikke er helligdag.',
    en: 'That is not a working day. Nothing has changed. Choose a weekday that is not a holiday.',
  },
  AGREEMENT_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Aftalen findes ikke, eller du har ikke adgang til den. Genindlæs listen, og vælg igen.',
    en: 'The agreement does not exist or you do not have access to it. Reload the list and choose again.',
  },
  AGREEMENT_CLOSED: {
    code: 'CONFLICT',
    da: 'Aftalen er allerede afsluttet. Intet er ændret. Genindlæs for at se, hvad der blev meldt tilbage.',
    en: 'The agreement has already been closed. Nothing has changed. Reload to see what was reported.',
  },
  AGREEMENT_CHANGED: {
    code: 'CONFLICT',
    da: 'En anden har ændret aftalen imens. Det, du har skrevet, er bevaret her, men ikke gemt. Se den nye udgave, og gem igen.',
    en: 'Someone else has changed the agreement meanwhile. What you wrote is kept here but not saved. Look at the new version and save again.',
  },
  AGREEMENT_DUE_IN_PAST: {
    code: 'INVALID_INPUT',
    da: 'Fristen er allerede overskredet. Aftalen er ikke gemt. Vælg en senere dag, eller bekræft, at fristen skal ligge i fortiden.',
    en: 'The deadline has already passed. The agreement has not been saved. Choose a later day, or confirm that the deadline is to lie in the past.',
  },
} as const satisfies Record<string, ReasonText>;
