import type { ReasonText } from '../reason-text.js';

/** Meetings, their guests and invitations. */
export const meetingReasons = {
  MEETING_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Mødet findes ikke, eller du har ikke adgang til det. Gå til området, og vælg et møde.',
    en: 'The meeting does not exist or you do not have access to it. Go to the area and choose one.',
  },
  MEETING_NOT_OPEN: {
    code: 'FORBIDDEN',
    da: 'Mødet er ikke åbnet endnu. Det, du har skrevet, er bevaret her, men ikke gemt. Vent, til mødelederen åbner det.',
    en: 'The meeting is not open yet. What you wrote is kept here but not saved. Wait until the host opens it.',
  },
  MEETING_CLOSED: {
    code: 'FORBIDDEN',
    da: 'Mødet er slut, så kortet kan ikke længere ændres. Det, der blev gemt under mødet, er bevaret. Tal med koordinatoren, hvis noget mangler.',
    en: 'The meeting is over, so the map can no longer be changed. What was saved during it is kept. Talk to the coordinator if something is missing.',
  },
  MEETING_ALREADY_OPEN: {
    code: 'CONFLICT',
    da: 'Mødet er allerede åbent. Intet er ændret. Gå til kortet for at være med.',
    en: 'The meeting is already open. Nothing has changed. Go to the map to take part.',
  },
  MEETING_ALREADY_CLOSED: {
    code: 'CONFLICT',
    da: 'Mødet er allerede afsluttet, og kortet er gemt, som det så ud. Planlæg et nyt møde, hvis I skal mødes igen.',
    en: 'The meeting has already been closed and the map was saved as it looked. Plan a new meeting if you are to meet again.',
  },
  OTHER_MEETING_OPEN: {
    code: 'CONFLICT',
    da: 'Et andet møde er åbent i området. Intet er ændret. Afslut det først, og åbn så dette.',
    en: 'Another meeting is open in the area. Nothing has changed. Close that one first, then open this one.',
  },
  MEETING_CANCELLED: {
    code: 'CONFLICT',
    da: 'Mødet er aflyst. Intet er ændret. Planlæg et nyt møde, hvis I skal mødes alligevel.',
    en: 'The meeting has been cancelled. Nothing has changed. Plan a new one if you are to meet after all.',
  },
  MEETING_NOT_PLANNED: {
    code: 'CONFLICT',
    da: 'Det kan kun ændres, før mødet åbnes. Intet er ændret. Skriv det i referatet, eller planlæg et nyt møde.',
    en: 'This can only be changed before the meeting opens. Nothing has changed. Write it in the minutes or plan a new meeting.',
  },
  MEETING_NEEDS_AREA: {
    code: 'INVALID_INPUT',
    da: 'Områdemøder og gåture handler om et bestemt område, og det mangler. Mødet er ikke gemt. Vælg området, og gem igen.',
    en: 'Area meetings and walks are about one area, and it is missing. The meeting is not saved. Choose the area and save again.',
  },
  MEETING_WITHOUT_MAP: {
    code: 'INVALID_INPUT',
    da: 'Mødet har intet fælles kort, som det hører til områdemøder og gåture. Intet er ændret. Inviter deltagerne på mødets side.',
    en: 'The meeting has no shared map, as area meetings and walks do. Nothing has changed. Invite the participants on the page of the meeting.',
  },
  MEETING_ABOUT_PERSON: {
    code: 'INVALID_INPUT',
    da: 'Det ligner et CPR-nummer: {field} er ikke gemt. Her er ingen møder om en enkelt borger. Er I bekymrede for nogen, så giv det videre til kommunens infohus-tovholder, som behandler det i det lukkede rum; ved akut fare ring 112. Fjern nummeret, og gem igen.',
    en: 'That looks like a civil registration (CPR) number: {field} has not been saved. There are no meetings about a single citizen here. If you worry about somebody, hand it to the infohus lead of the municipality, who deals with it in the closed room; in acute danger call 112. Take the number out and save again.',
  },
  AGENDA_ITEM_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Punktet står ikke på dagsordenen længere. Intet er ændret. Genindlæs siden, og vælg et andet.',
    en: 'The item is not on the agenda any more. Nothing has changed. Reload the page and choose another.',
  },
  PARTICIPANT_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Personen står ikke på mødets liste. Intet er ændret. Genindlæs siden, og vælg igen.',
    en: 'That person is not on the list of the meeting. Nothing has changed. Reload the page and choose again.',
  },
  RUN_SHEET_ITEM_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Punktet står ikke i drejebogen længere. Intet er ændret. Genindlæs siden, og vælg et andet.',
    en: 'The item is not on the run sheet any more. Nothing has changed. Reload the page and choose another.',
  },
  OUTCOME_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Det står ikke på mødets liste længere. Intet er ændret. Genindlæs siden, og vælg noget andet.',
    en: 'That is not on the list of the meeting any more. Nothing has changed. Reload the page and choose something else.',
  },
  OUTCOME_AGREED: {
    code: 'CONFLICT',
    da: 'Der er allerede lavet en aftale af det, eller udbyttet er taget væk imens. Intet er gemt. Genindlæs siden, og se aftalerne fra mødet.',
    en: 'An agreement has already been made of this, or the outcome was taken away meanwhile. Nothing is saved. Reload the page and look at the agreements of the meeting.',
  },
  MEETING_NEXT_TOO_EARLY: {
    code: 'INVALID_INPUT',
    da: 'Det næste møde kan ikke ligge før dette. Intet er ændret. Vælg en senere dag.',
    en: 'The next meeting cannot come before this one. Nothing has changed. Choose a later day.',
  },
  GUEST_REMOVED: {
    code: 'FORBIDDEN',
    da: 'Mødelederen har afsluttet din deltagelse i mødet. Det, du nåede at gemme, er stadig på kortet. Tal med mødelederen, hvis det er en fejl.',
    en: 'The host has ended your part in the meeting. What you had saved is still on the map. Talk to the host if this is a mistake.',
  },
  GUEST_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Personen er ikke gæst på mødet. Intet er ændret. Genindlæs listen, og vælg igen.',
    en: 'That person is not a guest of the meeting. Nothing has changed. Reload the list and choose again.',
  },
  INVITATION_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Invitationen findes ikke. Se efter, om hele linket er kommet med, eller bed koordinatoren om et nyt.',
    en: 'The invitation does not exist. Check that you have the whole link, or ask the coordinator for a new one.',
  },
  INVITATION_EXPIRED: {
    code: 'FORBIDDEN',
    da: 'Invitationen er udløbet. Bed koordinatoren om en ny.',
    en: 'The invitation has expired. Ask the coordinator for a new one.',
  },
  INVITATION_USED: {
    code: 'FORBIDDEN',
    da: 'Invitationen er allerede brugt; den gælder kun én gang. Er det dig, der har brugt den, så fortsæt på den samme enhed. Ellers bed koordinatoren om en ny.',
    en: 'The invitation has already been used; it works once only. If it was you, go on with the same device. Otherwise ask the coordinator for a new one.',
  },
  INVITATION_REVOKED: {
    code: 'FORBIDDEN',
    da: 'Invitationen er trukket tilbage. Tal med koordinatoren, hvis du stadig skal med.',
    en: 'The invitation has been withdrawn. Talk to the coordinator if you should still take part.',
  },
} as const satisfies Record<string, ReasonText>;
