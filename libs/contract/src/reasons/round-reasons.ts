import type { ReasonText } from '../reason-text.js';

/** Mapping rounds, what is prepared for their meetings, and the ranking of areas. */
export const roundReasons = {
  ROUND_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Kortlægningen findes ikke, eller du har ikke adgang til den. Gå tilbage til området, og vælg igen.',
    en: 'The mapping round does not exist or you do not have access to it. Go back to the area and choose again.',
  },
  ROUND_UNDER_WAY: {
    code: 'CONFLICT',
    da: 'Området har allerede en kortlægning i gang. Intet er gemt. Afslut den, før I begynder en ny.',
    en: 'The area already has a mapping round under way. Nothing has been saved. Close it before you begin a new one.',
  },
  ROUND_CLOSED: {
    code: 'CONFLICT',
    da: 'Kortlægningen er afsluttet og kan kun læses. Intet er ændret. Begynd en ny for at arbejde videre.',
    en: 'The mapping round is closed and can only be read. Nothing has changed. Begin a new one to go on.',
  },
  ROUND_CHANGED: {
    code: 'CONFLICT',
    da: 'En anden har rettet kortlægningen, mens du skrev. Dit er ikke gemt. Se den nye tekst, og ret igen.',
    en: 'Someone else has changed the mapping round while you were writing. Yours has not been saved. Look at the new text and change it again.',
  },
  ROUND_RESPONSIBLE: {
    code: 'INVALID_INPUT',
    da: 'En kortlægning ledes af en koordinator. Intet er gemt. Vælg en koordinator fra listen.',
    en: 'A mapping round is led by a coordinator. Nothing has been saved. Choose a coordinator from the list.',
  },
  TOO_MANY_LOCAL_GROUPS: {
    code: 'INVALID_INPUT',
    da: 'Der kan højst være {max} egne målgrupper. Intet er gemt. Slå nogle af dem sammen.',
    en: 'There can be at most {max} target groups of your own. Nothing has been saved. Put some of them together.',
  },
  DELIMITATION_ELSEWHERE: {
    code: 'INVALID_GEOMETRY',
    da: 'Afgrænsningen ligger helt uden for området. Intet er gemt. Tegn den, så den dækker noget af området.',
    en: 'The delimitation lies wholly outside the area. Nothing has been saved. Draw it so that it covers some of the area.',
  },
  MILESTONE_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Milepælen findes ikke mere. Genindlæs siden for at se dem, der er.',
    en: 'The milestone is no longer there. Reload the page to see those that are.',
  },
  ROUND_MEETING_UNFIT: {
    code: 'INVALID_INPUT',
    da: 'Kun et områdemøde i samme område kan høre til kortlægningen. Intet er ændret. Vælg et andet møde.',
    en: 'Only an area meeting of the same area can belong to the mapping round. Nothing has changed. Choose another meeting.',
  },
  ROUND_MEETING_TAKEN: {
    code: 'CONFLICT',
    da: 'Mødet hører allerede til en anden kortlægning. Intet er ændret. Vælg et andet møde.',
    en: 'The meeting already belongs to another mapping round. Nothing has changed. Choose another meeting.',
  },
  ROUND_MEETING_NOT_OPEN: {
    code: 'CONFLICT',
    da: 'Punktet kan sættes på kortet, når mødet er åbent. Intet er ændret. Bed værten åbne mødet.',
    en: 'The item can be placed on the map when the meeting is open. Nothing has changed. Ask the host to open the meeting.',
  },
  PREPARATION_KIND: {
    code: 'INVALID_INPUT',
    da: 'Typen passer ikke til mødet: ressourcer til ressourcemødet, udfordringer til udfordringsmødet. Intet er gemt. Vælg en anden type.',
    en: 'The kind does not fit the meeting: resources for the resource meeting, challenges for the challenge meeting. Nothing has been saved. Choose another kind.',
  },
  PREPARATION_ITEM_NOT_FOUND: {
    code: 'NOT_FOUND',
    da: 'Punktet findes ikke mere, eller du har ikke adgang til det. Genindlæs listen.',
    en: 'The item is no longer there or you do not have access to it. Reload the list.',
  },
  PREPARATION_ITEM_OF_OTHER: {
    code: 'FORBIDDEN',
    da: 'Punktet står på en andens liste og er deres at rette. Intet er ændret. Skriv til dem, eller føj dit eget til.',
    en: "The item is on someone else's list and theirs to change. Nothing has changed. Write to them or add one of your own.",
  },
  PREPARATION_ITEM_CHANGED: {
    code: 'CONFLICT',
    da: 'Punktet er rettet et andet sted, mens du skrev. Dit er ikke gemt. Se det, der står nu, og ret igen.',
    en: 'The item was changed elsewhere while you were writing. Yours has not been saved. Look at what stands now and change it again.',
  },
  PREPARATION_ITEM_PLACED: {
    code: 'CONFLICT',
    da: 'Punktet er allerede sat på kortet. Intet er ændret. Ret markeringen på kortet i stedet.',
    en: 'The item has already been placed on the map. Nothing has changed. Change the mark on the map instead.',
  },
  PREPARATION_ITEM_UNPLACED: {
    code: 'INVALID_INPUT',
    da: 'Kortet kan ikke tage imod punktet, som det er. Det er ikke sat på kortet og står stadig på listen. Sæt et andet sted, og prøv igen.',
    en: 'The map can not take the item as it is. It has not been placed and is still on the list. Choose another place and try again.',
  },
  RANKING_SIZE: {
    code: 'INVALID_INPUT',
    da: 'En rangordning har mellem 1 og {max} områder. Intet er gemt. Tag mindst ét område med.',
    en: 'A ranking has between 1 and {max} areas. Nothing has been saved. Include at least one area.',
  },
  RANKING_TWICE: {
    code: 'INVALID_INPUT',
    da: 'Et område står to gange i rangordningen. Intet er gemt. Tag det ene væk.',
    en: 'An area stands twice in the ranking. Nothing has been saved. Take one of them out.',
  },
  RANKING_REASON: {
    code: 'INVALID_INPUT',
    da: 'Hvert område skal have en begrundelse. Intet er gemt. Skriv, hvorfor det står, hvor det står.',
    en: 'Each area needs a reason. Nothing has been saved. Write why it stands where it stands.',
  },
} as const satisfies Record<string, ReasonText>;
