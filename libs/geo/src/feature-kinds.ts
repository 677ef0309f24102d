import type { Locale } from '@kvarter/contract';
import type { GeometryType } from './geometry.js';
import type { DetailKey } from './map-feature.js';

export type FeatureFamily = 'resource' | 'challenge' | 'other';
export type KindText = Readonly<Record<Locale, string>>;

/** What a kind of mark is called, asks for, and how it is drawn with. Every kind may have any geometry or none. */
export interface KindFacts {
  readonly family: FeatureFamily;
  /** The details its form asks for, in that order; others are refused. */
  readonly details: readonly DetailKey[];
  /** What the drawing tools offer; the first is the one chosen beforehand. */
  readonly draws: readonly GeometryType[];
  readonly one: KindText;
  readonly many: KindText;
  /** One line of help where such a mark is placed. */
  readonly guidance: KindText;
}

const resourceDetails = ['activity', 'contribution', 'audience', 'openingHours'] as const;
const challengeDetails = ['times', 'couldHelp'] as const;
const spot = ['Point', 'Polygon'] as const;
const zone = ['Polygon', 'Point', 'LineString'] as const;

/** The eleven kinds of mark, in the order of legends and menus. */
export const featureKinds = {
  ASSOCIATION: {
    family: 'resource',
    details: resourceDetails,
    draws: spot,
    one: { da: 'Forening', en: 'Association' },
    many: { da: 'Foreninger', en: 'Associations' },
    guidance: {
      da: 'En forening, hvor folk mødes om noget: sport, kultur, beboere. Placér den, hvor den holder til.',
      en: 'An association where people meet about something: sport, culture, residents. Place it where it is at home.',
    },
  },
  INSTITUTION: {
    family: 'resource',
    details: resourceDetails,
    draws: spot,
    one: { da: 'Institution', en: 'Institution' },
    many: { da: 'Institutioner', en: 'Institutions' },
    guidance: {
      da: 'En klub, skole, et bibliotek eller et andet fast tilbud. Placér det ved indgangen.',
      en: 'A club, a school, a library or another lasting offer. Place it at the entrance.',
    },
  },
  ENTHUSIAST: {
    family: 'resource',
    details: ['activity', 'contribution', 'audience', 'consent'],
    draws: spot,
    one: { da: 'Ildsjæl', en: 'Enthusiast' },
    many: { da: 'Ildsjæle', en: 'Enthusiasts' },
    guidance: {
      da: 'En, der gør en forskel for andre. Placér det, hvor det sker, aldrig ved et hjem. Skriv kun et navn, hvis personen har sagt ja.',
      en: 'Someone who makes a difference for others. Place it where it happens, never at a home. Write a name only if the person has said yes.',
    },
  },
  PHYSICAL_PLACE: {
    family: 'resource',
    details: resourceDetails,
    draws: spot,
    one: { da: 'Sted', en: 'Place' },
    many: { da: 'Steder', en: 'Places' },
    guidance: {
      da: 'Et sted med muligheder: en plads, en café, en boldbane, en butik. Sæt et punkt, eller tegn fladen.',
      en: 'A place with possibilities: a square, a café, a pitch, a shop. Put a point or draw the zone.',
    },
  },
  SAFE_ZONE: {
    family: 'resource',
    details: resourceDetails,
    draws: zone,
    one: { da: 'Tryg zone', en: 'Safe zone' },
    many: { da: 'Trygge zoner', en: 'Safe zones' },
    guidance: {
      da: 'Her føler folk sig trygge. Tegn hele vejen rundt om stedet.',
      en: 'People feel safe here. Draw all the way round the place.',
    },
  },
  UNSAFE_ZONE: {
    family: 'challenge',
    details: challengeDetails,
    draws: zone,
    one: { da: 'Utrygt sted', en: 'Unsafe place' },
    many: { da: 'Utrygge steder', en: 'Unsafe places' },
    guidance: {
      da: 'Her føler nogen sig utrygge. Tegn stedet, og skriv hvornår og hvorfor. Skriv om stedet, aldrig om en bestemt person.',
      en: 'Someone feels unsafe here. Draw the place and write when and why. Write about the place, never about a certain person.',
    },
  },
  GATHERING_SPOT: {
    family: 'challenge',
    details: challengeDetails,
    draws: spot,
    one: { da: 'Samlingssted', en: 'Gathering spot' },
    many: { da: 'Samlingssteder', en: 'Gathering spots' },
    guidance: {
      da: 'Her samles folk på en måde, der giver uro. Beskriv, hvad der sker, ikke hvem det er.',
      en: 'People gather here in a way that causes unrest. Describe what happens, not who it is.',
    },
  },
  CRIME_SPOT: {
    family: 'challenge',
    details: challengeDetails,
    draws: spot,
    one: { da: 'Hærværk, indbrud eller anden kriminalitet', en: 'Vandalism, burglary or other crime' },
    many: { da: 'Hærværk m.m.', en: 'Vandalism etc.' },
    guidance: {
      da: 'Her sker hærværk, indbrud eller anden kriminalitet igen og igen. Sker det lige nu, så ring 112.',
      en: 'Vandalism, burglary or other crime happens here again and again. If it is happening now, call 112.',
    },
  },
  CONCERNING_MILIEU: {
    family: 'challenge',
    details: ['times', 'group', 'couldHelp'],
    draws: ['Polygon', 'Point'],
    one: { da: 'Bekymrende miljø', en: 'Concerning milieu' },
    many: { da: 'Bekymrende miljøer', en: 'Concerning milieus' },
    guidance: {
      da: 'En gruppering, der vækker bekymring; den kan også være på nettet og uden et sted. Beskriv den, nævn aldrig navne.',
      en: 'A grouping that causes concern; it may also be online, without a place. Describe it, never give names.',
    },
  },
  INTERVENTION: {
    family: 'other',
    details: ['activity', 'audience', 'openingHours'],
    draws: ['Point', 'Polygon', 'LineString'],
    one: { da: 'Indsats', en: 'Intervention' },
    many: { da: 'Indsatser', en: 'Interventions' },
    guidance: {
      da: 'Noget, der allerede gøres her. Skriv, hvad det er, og hvem det er for.',
      en: 'Something that is already being done here. Write what it is and whom it is for.',
    },
  },
  NOTE: {
    family: 'other',
    details: [],
    draws: ['Point', 'LineString', 'Polygon'],
    one: { da: 'Note', en: 'Note' },
    many: { da: 'Noter', en: 'Notes' },
    guidance: {
      da: 'Noget, I vil huske, som ikke passer i de andre typer.',
      en: 'Something you want to remember that fits none of the other kinds.',
    },
  },
} as const satisfies Record<string, KindFacts>;

export type FeatureKind = keyof typeof featureKinds;

/** The kinds in the order of legends and menus. */
export const kindNames = Object.keys(featureKinds) as readonly FeatureKind[];

export const isFeatureKind = (value: unknown): value is FeatureKind => typeof value === 'string' && Object.hasOwn(featureKinds, value);

/** Whether the form of a kind asks for a detail. */
export const hasDetail = (kind: FeatureKind, key: DetailKey): boolean => (featureKinds[kind] as KindFacts).details.includes(key);
