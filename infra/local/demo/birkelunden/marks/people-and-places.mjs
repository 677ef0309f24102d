/** Enthusiasts and good places of Birkelunden. An enthusiast is named only with consent, and stands where it happens, never at home. */
import { sheet } from '../../aakoebing/sheet.mjs';
import { box, disc, smooth, trace } from '../../drawing/shapes.mjs';
import { mark } from '../../story.mjs';

const { point, zone } = sheet;

export const enthusiasts = [
  mark(
    'ENTHUSIAST',
    'kaffe',
    'Karen med kaffen',
    point(176, 115),
    {
      on: 'first',
      by: 'sofie',
      note: 'Sætter borde ud foran butikkerne hver lørdag og hælder kaffe op. Kender alle ved navn.',
      details: { activity: 'Lørdagskaffe', contribution: 'Får folk til at tale med hinanden', audience: 'Alle', consent: true },
      says: 'Formand for afdelingsbestyrelsen',
    },
    { on: 'talks', by: 'mette', confirms: 'Tværgående koordinator' },
  ),
  mark('ENTHUSIAST', 'bold', 'Ali, fodbold for alle', point(-302, -32), {
    on: 'second',
    by: 'kurt',
    note: 'Samler dem, der ikke er meldt ind i klubben, til fodbold søndag formiddag. Der kommer 30.',
    details: { activity: 'Søndagsfodbold', contribution: 'De store drenge lytter til ham', audience: 'Drenge og piger 10-18 år', consent: true },
    says: 'Ungdomstræner',
  }),
  mark(
    'ENTHUSIAST',
    'bedstemor',
    'Ildsjæl, blok 4',
    point(44, 22),
    {
      on: 'first',
      by: 'ida',
      note: 'Tager imod nye beboere med brød og en tur rundt i området.',
      details: { activity: 'Velkomst til nye', contribution: 'Taler tre sprog', audience: 'Nye beboere' },
      says: 'Boligsocial medarbejder',
    },
    { on: 'round', by: 'ida', details: { activity: 'Velkomst til nye og en snak over brød om mandagen' }, confirms: 'Boligsocial medarbejder' },
  ),
  mark('ENTHUSIAST', 'musik', 'Ildsjæl i musiklokalet', point(-92, -98), {
    on: 'third',
    by: 'amina',
    note: 'Tidligere medlem af klubben, der nu lærer andre at optage musik.',
    details: { activity: 'Musik og optagelse', contribution: 'Et forbillede for de 14-16-årige', audience: 'Unge' },
    says: 'Pædagog i klubben',
  }),
  mark('ENTHUSIAST', 'jens', 'Jens ved nyttehaverne', point(-176, -149), {
    on: 'third',
    by: 'birthe',
    note: 'Viser børn, hvordan man sår og høster. Har redskaber nok til en hel klasse.',
    details: { activity: 'Haveværksted', contribution: 'Tålmodighed', audience: 'Børn 5-12 år', consent: true },
    says: 'Kasserer i haveforeningen',
  }),
  mark('ENTHUSIAST', 'moedre', 'Ildsjæl, blok 16', point(-186, -52), {
    on: 'today',
    by: 'hassan',
    note: 'Har samlet mødrene i gård C om en fælles legeaften.',
    details: { activity: 'Legeaften i gården', contribution: 'Får de stille med', audience: 'Mødre og små børn' },
    says: 'Beboer, blok 14',
  }),
];

export const places = [
  mark(
    'PHYSICAL_PLACE',
    'lunden',
    'Lunden',
    zone(smooth(trace('-90,-6 -20,0 46,-10 50,-46 36,-80 2,-100 -66,-80 -98,-46'), { closed: true, steps: 4 })),
    {
      on: 'first',
      by: 'mette',
      note: 'Områdets grønne midte. Birketræerne er plantet af de første beboere.',
      details: { activity: 'Gåture, leg og picnic', audience: 'Alle' },
      says: ['Beboer, blok 7', 'Pædagog i klubben'],
    },
    { on: 'third', by: 'sofie', details: { contribution: 'Plads til en scene og et udekøkken' }, says: 'Formand for afdelingsbestyrelsen' },
  ),
  mark('PHYSICAL_PLACE', 'torvet', 'Torvet', point(142, 106), {
    on: 'first',
    by: 'sofie',
    note: 'Købmand, frisør, bager og pizzeria. Bænkene er altid optaget om formiddagen.',
    details: { activity: 'Indkøb og snak', contribution: 'Her kan man nå alle', audience: 'Alle', openingHours: 'Butikkerne 8-20' },
    says: 'Beboer, blok 10',
  }),
  mark(
    'PHYSICAL_PLACE',
    'legeplads',
    'Den store legeplads',
    zone(disc(28, -24, 15, 12)),
    {
      on: 'first',
      by: 'ida',
      note: 'Slidt, men elsket. Svævebanen er den bedste i byen.',
      details: { activity: 'Leg', audience: 'Børn og forældre' },
      says: 'Boligsocial medarbejder',
    },
    { on: 'second', by: 'leyla', says: 'Pædagog i børnehuset' },
    { on: 'round', by: 'torben', note: 'Nye gynger og nyt faldunderlag. Svævebanen er den bedste i byen.', confirms: 'Ejendomsfunktionær' },
  ),
  mark('PHYSICAL_PLACE', 'boldbanen', 'Boldbanen', zone(box(-294, -58, 66, 42, 84)), {
    on: 'first',
    by: 'jonas',
    note: 'Lys til kl. 21. Bruges hver dag, også når der er vand på den.',
    details: { activity: 'Fodbold', audience: 'Unge', openingHours: 'Altid åben' },
    says: 'Gademedarbejder',
  }),
  mark('PHYSICAL_PLACE', 'soen', 'Møllesøen', point(-2, -206), {
    on: 'second',
    by: 'birthe',
    note: 'Ænder, is om vinteren og en bro at sidde på. Her går klassen på naturtur.',
    details: { activity: 'Natur og ro', audience: 'Alle' },
    says: 'Beboer, blok 24',
  }),
  mark(
    'PHYSICAL_PLACE',
    'baal',
    'Bålpladsen',
    point(-46, -176),
    {
      on: 'second',
      by: 'amina',
      note: 'Bruges af klubben og spejderne. Brænde ligger i skuret.',
      details: { activity: 'Bål og madlavning', audience: 'Klub, skole og familier' },
      says: 'Pædagog i klubben',
    },
    { on: 'third', by: 'torben', geometry: point(-28, -168), note: 'Flyttet længere væk fra husene. Brænde ligger i skuret.', confirms: 'Ejendomsfunktionær' },
  ),
  mark('PHYSICAL_PLACE', 'vaskeriet', 'Fællesvaskeriet', point(64, -50), {
    on: 'first',
    by: 'torben',
    note: 'Seks maskiner og en bænk. Her taler man med folk, man ellers ikke møder.',
    details: { activity: 'Vask og snak', contribution: 'Opslagstavle, som alle læser', audience: 'Alle', openingHours: 'Hver dag 7-21' },
    says: 'Ejendomsfunktionær',
  }),
  mark('PHYSICAL_PLACE', 'gaardc', 'Gården ved blok 13-16', point(-170, -30), {
    on: 'third',
    by: 'hassan',
    note: 'Borde, grill og plantekasser, som beboerne selv har bygget.',
    details: { activity: 'Grill og leg', contribution: 'Et godt sted at begynde med noget nyt', audience: 'Beboere i gården' },
    says: ['Beboer, blok 14', 'Ejendomsfunktionær'],
  }),
  mark('PHYSICAL_PLACE', 'baenke', 'Bænkene ved petanquebanen', point(-64, -72), {
    on: 'talks',
    by: 'ida',
    note: 'Sol hele formiddagen. Flere ældre siger, at det er grunden til, at de kommer ud.',
    details: { activity: 'Hvile og snak', audience: 'Ældre' },
    says: 'Beboer, blok 6',
  }),
  mark('PHYSICAL_PLACE', 'kaelkebakke', 'Kælkebakken', point(-120, -232), {
    on: 'third',
    by: 'leyla',
    note: 'Når der er sne, er alle her. Resten af året er den udsigtspunkt.',
    details: { activity: 'Kælkning', audience: 'Børn og voksne' },
    says: 'Pædagog i børnehuset',
  }),
  mark('PHYSICAL_PLACE', 'multibane', 'Multibanen ved hallen', zone(box(-126, 146, 26, 14, 2)), {
    on: 'today',
    by: 'camilla',
    note: 'Lige åbnet. Pigerne har den for sig selv onsdag eftermiddag.',
    details: { activity: 'Basket, håndbold, rulleskøjter', audience: 'Unge', openingHours: 'Hver dag til 21' },
    says: 'Lærer på Lundeskolen',
  }),
  mark(
    'PHYSICAL_PLACE',
    'kiosk',
    'Kiosken ved Lundevej',
    point(108, 44),
    {
      on: 'first',
      by: 'jonas',
      note: 'Åben til sent. De unge køber slush og står lidt udenfor.',
      details: { activity: 'Kiosk', openingHours: 'Hver dag 10-23' },
      says: 'Gademedarbejder',
    },
    { on: 'third', by: 'jonas', removed: true },
  ),
];

export const safeZones = [
  mark(
    'SAFE_ZONE',
    'torvet-dag',
    'Torvet om dagen',
    zone(box(166, 92, 60, 46, -4)),
    {
      on: 'first',
      by: 'sofie',
      note: 'Mange øjne og lys i vinduerne.',
      details: { audience: 'Alle', openingHours: 'Butikkernes åbningstid' },
      says: 'Beboer, blok 10',
    },
    { on: 'third', by: 'mette', says: 'Beboer, blok 21' },
  ),
  mark('SAFE_ZONE', 'beboerhuset-plaene', 'Plænen ved Beboerhuset', zone(trace('-40,10 36,12 50,-8 14,-16 -34,-10')), {
    on: 'second',
    by: 'ida',
    note: 'Børnene leger selv, for nogen kan altid se dem fra vinduerne.',
    details: { activity: 'Leg', audience: 'Børn og forældre' },
    says: ['Boligsocial medarbejder', 'Beboer, blok 8'],
  }),
  mark(
    'SAFE_ZONE',
    'skolevej',
    'Skolevejen langs Lundevej',
    sheet.line(smooth(trace('116,42 40,43 -60,43 -120,40 -156,50'), { steps: 3 })),
    {
      on: 'second',
      by: 'camilla',
      note: 'Skolepatruljen står her om morgenen. Alle børn fra gårdene følges ad.',
      details: { audience: 'Skolebørn', openingHours: 'Skoledage 7.30-8.10' },
      says: 'Lærer på Lundeskolen',
    },
    { on: 'round', by: 'camilla', confirms: 'Skoleleder' },
  ),
  mark('SAFE_ZONE', 'klubgaard', 'Pladsen foran klubben', zone(trace('-58,-92 -22,-98 -24,-120 -54,-124')), {
    on: 'third',
    by: 'amina',
    note: 'Her er altid en voksen, når klubben har åbent.',
    details: { audience: 'Unge', openingHours: 'Klubbens åbningstid' },
    says: ['Pædagog i klubben', 'Elevrådet på Lundeskolen'],
  }),
];
