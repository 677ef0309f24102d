import type { ReasonText } from '../reason-text.js';

/** Places on the map that can't be what was meant. Nothing is repaired in silence: the person is told what and where. */
export const geometryReasons = {
  GEOMETRY_NOT_OBJECT: {
    code: 'INVALID_GEOMETRY',
    da: 'Stedet er ikke GeoJSON. Det er ikke gemt. Tegn stedet på kortet, eller vælg en anden fil.',
    en: 'The place is not GeoJSON. It is not saved. Draw it on the map or choose another file.',
  },
  GEOMETRY_UNKNOWN_TYPE: {
    code: 'INVALID_GEOMETRY',
    da: 'Den slags geometri kendes ikke. Stedet er ikke gemt. Brug et punkt, en linje eller en flade.',
    en: 'That type of geometry is not known. The place is not saved. Use a point, a line or a zone.',
  },
  GEOMETRY_TYPE_NOT_ALLOWED: {
    code: 'INVALID_GEOMETRY',
    da: 'Den slags geometri kan ikke bruges her. Stedet er ikke gemt. Tegn det med et af værktøjerne på kortet.',
    en: 'That type of geometry cannot be used here. The place is not saved. Draw it with one of the tools on the map.',
  },
  GEOMETRY_COLLECTION: {
    code: 'INVALID_GEOMETRY',
    da: 'Flere slags geometri er lagt i én samling. Stedet er ikke gemt. Opdel samlingen i punkter, linjer og flader hver for sig.',
    en: 'Several types of geometry are put in one collection. The place is not saved. Split it into points, lines and zones.',
  },
  GEOMETRY_EMPTY: {
    code: 'INVALID_GEOMETRY',
    da: 'Geometrien er tom. Stedet er ikke gemt. Tegn stedet på kortet.',
    en: 'The geometry is empty. The place is not saved. Draw it on the map.',
  },
  GEOMETRY_WRONG_NESTING: {
    code: 'INVALID_GEOMETRY',
    da: 'Koordinaterne er ikke opbygget, som geometriens type kræver. Stedet er ikke gemt. Ret filen, eller tegn stedet på kortet.',
    en: 'The coordinates are not built the way this type of geometry needs. The place is not saved. Correct the file or draw the place on the map.',
  },
  GEOMETRY_BAD_COORDINATE: {
    code: 'INVALID_GEOMETRY',
    da: 'En koordinat er ikke et almindeligt tal. Stedet er ikke gemt. Ret koordinaten, eller tegn stedet på kortet.',
    en: 'A coordinate is not an ordinary number. The place is not saved. Correct it or draw the place on the map.',
  },
  GEOMETRY_EXTRA_DIMENSION: {
    code: 'INVALID_GEOMETRY',
    da: 'Et punkt har mere end tre tal. Stedet er ikke gemt. Angiv kun længdegrad og breddegrad.',
    en: 'A position has more than three numbers. The place is not saved. Give longitude and latitude only.',
  },
  GEOMETRY_OUT_OF_WORLD: {
    code: 'INVALID_GEOMETRY',
    da: 'Et punkt ligger uden for kloden. Stedet er ikke gemt. Længdegraden skal være fra -180 til 180 og breddegraden fra -90 til 90.',
    en: 'A position lies outside the world. The place is not saved. Longitude must be from -180 to 180 and latitude from -90 to 90.',
  },
  GEOMETRY_IN_METRES: {
    code: 'INVALID_GEOMETRY',
    da: 'Koordinaterne ser ud til at være i meter (for eksempel UTM). Stedet er ikke gemt. Eksportér filen igen i længde- og breddegrader (WGS84).',
    en: 'The coordinates seem to be in metres (UTM, for example). The place is not saved. Export the file again in longitude and latitude (WGS84).',
  },
  GEOMETRY_OTHER_CRS: {
    code: 'INVALID_GEOMETRY',
    da: 'Filen bruger et andet koordinatsystem end WGS84. Stedet er ikke gemt. Eksportér den igen i længde- og breddegrader (WGS84, EPSG:4326).',
    en: 'The file uses another coordinate system than WGS84. The place is not saved. Export it again in longitude and latitude (WGS84, EPSG:4326).',
  },
  GEOMETRY_SWAPPED: {
    code: 'INVALID_GEOMETRY',
    da: 'Længdegrad og breddegrad ser ud til at være byttet om: stedet ligger langt fra Danmark, men passer, når de byttes. Det er ikke gemt. Byt dem om, eller tegn stedet på kortet.',
    en: 'Longitude and latitude seem to be swapped: the place is far from Denmark but fits when they are exchanged. It is not saved. Swap them or draw the place on the map.',
  },
  GEOMETRY_TOO_FEW_POINTS: {
    code: 'INVALID_GEOMETRY',
    da: 'Der er for få forskellige punkter: her skal være mindst {min}. Stedet er ikke gemt. Tilføj flere punkter.',
    en: 'There are too few different points: at least {min} are needed here. The place is not saved. Add more points.',
  },
  GEOMETRY_UNCLOSED_RING: {
    code: 'INVALID_GEOMETRY',
    da: 'Fladens kant er ikke lukket: det sidste punkt skal være det samme som det første. Stedet er ikke gemt. Luk kanten, eller tegn fladen igen.',
    en: 'The edge of the zone is not closed: the last point must equal the first. The place is not saved. Close the edge or draw the zone again.',
  },
  GEOMETRY_NO_AREA: {
    code: 'INVALID_GEOMETRY',
    da: 'Fladen har intet areal: alle punkter ligger på én linje. Stedet er ikke gemt. Flyt et punkt, eller tegn en linje i stedet.',
    en: 'The zone has no area: all its points lie on one line. The place is not saved. Move a point or draw a line instead.',
  },
  GEOMETRY_SELF_INTERSECTION: {
    code: 'INVALID_GEOMETRY',
    da: 'Fladens kant krydser sig selv ved {lat} nord, {lon} øst. Stedet er ikke gemt. Flyt punkterne, så kanten ikke krydser.',
    en: 'The edge of the zone crosses itself at {lat} north, {lon} east. The place is not saved. Move the points so that it does not cross.',
  },
  GEOMETRY_RINGS_CROSS: {
    code: 'INVALID_GEOMETRY',
    da: 'To af fladens kanter krydser eller dækker hinanden ved {lat} nord, {lon} øst. Stedet er ikke gemt. Flyt punkterne, så kanterne er fri af hinanden.',
    en: 'Two edges of the zone cross or cover each other at {lat} north, {lon} east. The place is not saved. Move the points so that the edges are clear of each other.',
  },
  GEOMETRY_DUPLICATE_RING: {
    code: 'INVALID_GEOMETRY',
    da: 'Den samme kant er med to gange. Stedet er ikke gemt. Fjern den ene.',
    en: 'The same edge is there twice. The place is not saved. Remove one of them.',
  },
  GEOMETRY_HOLE_OUTSIDE: {
    code: 'INVALID_GEOMETRY',
    da: 'Et hul ligger uden for den flade, det skal være et hul i. Stedet er ikke gemt. Flyt eller fjern hullet.',
    en: 'A hole lies outside the zone it should be a hole in. The place is not saved. Move or remove the hole.',
  },
  GEOMETRY_PARTS_OVERLAP: {
    code: 'INVALID_GEOMETRY',
    da: 'To dele af fladen dækker hinanden ved {lat} nord, {lon} øst. Stedet er ikke gemt. Læg dem sammen til én, eller flyt dem fra hinanden.',
    en: 'Two parts of the zone cover each other at {lat} north, {lon} east. The place is not saved. Join them into one or move them apart.',
  },
  GEOMETRY_TOO_LARGE: {
    code: 'INVALID_GEOMETRY',
    da: 'Geometrien har flere end {max} punkter. Stedet er ikke gemt. Forenkl den, og prøv igen.',
    en: 'The geometry has more than {max} points. The place is not saved. Simplify it and try again.',
  },
  GEOMETRY_INVALID: {
    code: 'INVALID_GEOMETRY',
    da: 'Fladens kanter passer ikke sammen. Stedet er ikke gemt. Tegn fladen igen, eller forenkl den.',
    en: 'The edges of the zone do not fit together. The place is not saved. Draw the zone again or simplify it.',
  },
  BOUNDARY_NOT_POLYGON: {
    code: 'INVALID_GEOMETRY',
    da: 'Et områdes grænse skal være en flade (Polygon eller MultiPolygon). Området er ikke gemt. Tegn grænsen hele vejen rundt, eller vælg en anden fil.',
    en: 'The boundary of an area must be a zone (Polygon or MultiPolygon). The area is not saved. Draw it all the way round or choose another file.',
  },
} as const satisfies Record<string, ReasonText>;
