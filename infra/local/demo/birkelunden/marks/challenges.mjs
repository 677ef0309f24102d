/** Challenges of Birkelunden: places and what happens there, never who. */
import { sheet } from '../../aakoebing/sheet.mjs';
import { box, smooth, trace } from '../../drawing/shapes.mjs';
import { mark } from '../../story.mjs';

const { line, point, zone } = sheet;

export const unsafeZones = [
  mark(
    'UNSAFE_ZONE',
    'bag-vaskeriet',
    'Stien bag vaskeriet',
    zone(trace('84,-20 108,-24 108,-66 88,-76')),
    { on: 'second', by: 'mette', note: 'Mørk efter kl. 20. Flere går en omvej hjem fra stationen.', details: { times: ['EVENING'] }, says: 'Beboer, blok 7' },
    {
      on: 'walk',
      by: 'jonas',
      geometry: zone(trace('84,2 108,-4 110,-64 84,-92 62,-92 72,-76 90,-66')),
      details: { times: ['EVENING', 'NIGHT'] },
      confirms: 'Gademedarbejder',
    },
    { on: 'third', by: 'torben', details: { couldHelp: 'Lys på stien og beskæring af hækken.' }, says: 'Ejendomsfunktionær' },
    { on: 'today', by: 'sofie', details: { couldHelp: 'Lys på stien. Klubben kan lægge fredagscaféen ud mod lunden.' }, says: 'Beboer, blok 7' },
  ),
  mark(
    'UNSAFE_ZONE',
    'tunnelen',
    'Tunnelen under Fjordvejen',
    zone(trace('252,244 264,243 276,264 264,268')),
    {
      on: 'second',
      by: 'rasmus',
      note: 'Lang og våd, og man kan ikke se, hvem der står i den anden ende.',
      details: { times: ['EVENING', 'NIGHT'] },
      says: ['Beboer, blok 4', 'Lokalbetjent'],
    },
    { on: 'walk', by: 'mette', details: { couldHelp: 'Malede vægge, lys og et spejl ved svinget.' }, confirms: 'Tværgående koordinator' },
    { on: 'round', by: 'rasmus', confirms: 'Lokalbetjent' },
  ),
  mark(
    'UNSAFE_ZONE',
    'p-ost',
    'Parkeringspladsen ved blok 22',
    zone(box(271, 34, 20, 124, 5)),
    { on: 'second', by: 'torben', note: 'Biler kører stærkt rundt her sent om aftenen.', details: { times: ['NIGHT', 'WEEKEND'] }, says: 'Ejendomsfunktionær' },
    { on: 'third', by: 'rasmus', details: { couldHelp: 'Bump og en bom om natten.' }, confirms: 'Lokalbetjent' },
    { on: 'today', by: 'villy', note: 'Biler kører stærkt rundt her sent om aftenen. Det er blevet bedre, efter at der kom bump.', says: 'Købmand' },
  ),
  mark('UNSAFE_ZONE', 'lunden-nat', 'Lunden efter mørke', zone(trace('-30,-66 14,-60 40,-72 20,-98 -20,-92')), {
    on: 'third',
    by: 'ida',
    note: 'Kun lys ved hovedstien. Kvinder siger, at de går udenom.',
    details: { times: ['EVENING', 'NIGHT'], couldHelp: 'Lave lamper langs tværstien.' },
    says: ['Boligsocial medarbejder', 'Beboer, blok 6', 'Beboer, blok 20'],
  }),
  mark(
    'UNSAFE_ZONE',
    'kaeldre',
    'Kælderskakterne ved blok 13 og 16',
    point(-208, -14),
    { on: 'second', by: 'torben', note: 'Låsene er i stykker, og der bliver sovet dernede.', details: { times: ['NIGHT'] }, says: 'Ejendomsfunktionær' },
    { on: 'round', by: 'torben', note: 'Der er skiftet låse, og lyset tænder selv. Vi holder øje vinteren over.', refutes: 'Ejendomsfunktionær' },
  ),
  mark('UNSAFE_ZONE', 'gangbro', 'Gangbroen over åen', point(58, -236), {
    on: 'second',
    by: 'birthe',
    note: 'Brædderne er glatte, og rækværket mangler på den ene side.',
    details: { times: ['DAY', 'EVENING'], couldHelp: 'Nyt rækværk.' },
    says: 'Beboer, blok 24',
  }),
  mark(
    'UNSAFE_ZONE',
    'stationsstien',
    'Stationsstien om aftenen',
    line(smooth(trace('212,148 230,174 248,208'), { steps: 3 })),
    {
      on: 'third',
      by: 'mette',
      note: 'Smal sti mellem høje hække. Man kan ikke komme fri af den, når man først er inde.',
      details: { times: ['EVENING'], couldHelp: 'Klip hækken ned til en meter.' },
      says: 'Beboer, blok 21',
    },
    { on: 'today', by: 'hassan', details: { times: ['EVENING', 'NIGHT'] }, says: 'Beboer, blok 14' },
  ),
  mark('UNSAFE_ZONE', 'skolegaard', 'Skolegården efter kl. 22', zone(box(-168, 62, 74, 20, 2)), {
    on: 'today',
    by: 'camilla',
    note: 'Knust glas om mandagen. Børnene møder ind til det.',
    details: { times: ['NIGHT', 'WEEKEND'], couldHelp: 'Et hold, der samler op søndag aften, og en aftale med dem, der bruger stedet.' },
    says: 'Lærer på Lundeskolen',
  }),
  mark(
    'UNSAFE_ZONE',
    'busstop',
    'Busstoppestedet på Skolevej',
    point(-266, 28),
    { on: 'second', by: 'leyla', note: 'Læskuret er knust, og der er mørkt.', details: { times: ['EVENING'] }, says: 'Pædagog i børnehuset' },
    { on: 'third', by: 'torben', note: 'Der er kommet nyt læskur og ny lampe.', refutes: 'Ejendomsfunktionær' },
    { on: 'round', by: 'mette', removed: true },
  ),
];

export const gatheringSpots = [
  mark(
    'GATHERING_SPOT',
    'bag-butikker',
    'Bag butikkerne',
    point(216, 112),
    {
      on: 'second',
      by: 'rasmus',
      note: 'Unge mænd samles om biler, når butikkerne har lukket. Høj musik.',
      details: { times: ['EVENING', 'WEEKEND'] },
      says: ['Lokalbetjent', 'Beboer, blok 12'],
    },
    {
      on: 'third',
      by: 'jonas',
      geometry: point(218, 92),
      details: { couldHelp: 'Et sted at være, hvor det er i orden at skrue op.' },
      confirms: 'Gademedarbejder',
    },
    {
      on: 'today',
      by: 'villy',
      note: 'Unge mænd samles om biler, når butikkerne har lukket. Der er mindre larm, efter at gadeteamet er begyndt at komme fast om fredagen.',
      says: 'Købmand',
    },
  ),
  mark(
    'GATHERING_SPOT',
    'gaard-d',
    'Grillpladsen i gården ved blok 17-20',
    zone(box(152, -38, 36, 28, 4)),
    { on: 'second', by: 'amina', note: 'Larm til langt ud på natten i weekenden.', details: { times: ['NIGHT', 'WEEKEND'] }, says: 'Beboer, blok 18' },
    { on: 'third', by: 'ida', note: 'Det er familierne i gården, der griller. De har aftalt ro kl. 23.', refutes: 'Boligsocial medarbejder' },
  ),
  mark('GATHERING_SPOT', 'haltrappe', 'Trappen ved hallen', point(-186, 140), {
    on: 'second',
    by: 'camilla',
    note: 'Her sidder de, der ikke vil ind i hallen. Nogle elever går udenom.',
    details: { times: ['DAY', 'EVENING'] },
    says: 'Lærer på Lundeskolen',
  }),
  mark(
    'GATHERING_SPOT',
    'soebaenk',
    'Bænken ved Møllesøen',
    point(-68, -196),
    {
      on: 'second',
      by: 'birthe',
      note: 'Flokken drikker øl og hilser pænt, men børn går ikke forbi.',
      details: { times: ['DAY'] },
      says: 'Kasserer i haveforeningen',
    },
    { on: 'walk', by: 'jonas', details: { couldHelp: 'Et skur med tag et andet sted, gerne tæt på toilettet ved haverne.' }, says: 'Gademedarbejder' },
    { on: 'round', by: 'jonas', geometry: point(-84, -190), says: 'Beboer, blok 24' },
  ),
  mark('GATHERING_SPOT', 'taarn', 'Indgangen til blok 25', point(176, -126), {
    on: 'third',
    by: 'rasmus',
    note: 'Unge i 15-17-års-alderen, som ikke bor her, står i opgangen fredag aften.',
    details: { times: ['EVENING', 'WEEKEND'], couldHelp: 'Flere voksne ude. Aftale med klubben om åbent fredag.' },
    says: ['Lokalbetjent', 'Beboer, blok 25'],
  }),
  mark('GATHERING_SPOT', 'multibane-aften', 'Hjørnet ved multibanen', point(-98, 164), {
    on: 'today',
    by: 'camilla',
    note: 'De store tager banen fra de små efter kl. 18.',
    details: { times: ['EVENING'], couldHelp: 'Faste tider for hver alder, som de selv er med til at lave.' },
    says: ['Elevrådet på Lundeskolen', 'Lærer på Lundeskolen'],
  }),
];

export const crimeSpots = [
  mark(
    'CRIME_SPOT',
    'garager',
    'Garagerne ved blok 23',
    point(262, -68),
    { on: 'second', by: 'torben', note: 'Indbrud i tre garager på en måned.', details: { times: ['NIGHT'] }, says: 'Ejendomsfunktionær' },
    {
      on: 'third',
      by: 'rasmus',
      note: 'Indbrud i tre garager på en måned, ét siden.',
      details: { couldHelp: 'Nye porte og lys med føler.' },
      confirms: 'Lokalbetjent',
    },
  ),
  mark(
    'CRIME_SPOT',
    'cykelskure',
    'Cykelskurene ved blok 17 og 20',
    zone(box(122, -14, 18, 12, 4)),
    { on: 'second', by: 'ida', note: 'Cykler forsvinder, især om mandagen.', details: { times: ['NIGHT'] }, says: 'Beboer, blok 17' },
    { on: 'third', by: 'torben', says: 'Ejendomsfunktionær' },
  ),
  mark('CRIME_SPOT', 'postkasser', 'Postkasserne i blok 24', point(128, -138), {
    on: 'second',
    by: 'torben',
    note: 'Sprængt med kanonslag to gange omkring nytår.',
    details: { times: ['EVENING'] },
    says: ['Ejendomsfunktionær', 'Beboer, blok 24'],
  }),
  mark('CRIME_SPOT', 'containere', 'Containergården ved blok 2', point(-116, 190), {
    on: 'today',
    by: 'rasmus',
    note: 'Der er sat ild til papircontaineren tre gange på to måneder.',
    details: { times: ['EVENING', 'NIGHT'], couldHelp: 'Lås efter kl. 20 og en runde af forældrevandrerne.' },
    says: 'Lokalbetjent',
  }),
];

export const milieus = [
  mark('CONCERNING_MILIEU', 'kanal', 'Kanal på nettet om Birkelunden', undefined, {
    on: 'third',
    by: 'amina',
    note: 'Slagsmål bliver filmet og lagt op. Kanalen skifter navn, når den bliver lukket.',
    details: {
      group: 'Unge fra flere skoler, mest 13-16 år; få lægger op, mange ser med',
      times: ['EVENING'],
      couldHelp: 'Fælles samtale på skolerne og en aftale med forældrene i 7.-9. klasse.',
    },
    says: ['Pædagog i klubben', 'Lærer på Lundeskolen'],
  }),
  mark(
    'CONCERNING_MILIEU',
    'garageflok',
    'Flokken ved garagerne',
    zone(trace('240,-86 284,-78 288,-108 246,-114')),
    {
      on: 'third',
      by: 'jonas',
      note: 'Har trukket sig fra klubben og taler om at tage sagen i egen hånd.',
      details: { group: 'Otte til ti unge mænd, 17-20 år, to-tre af dem fylder mest', times: ['EVENING', 'WEEKEND'] },
      says: 'Gademedarbejder',
    },
    { on: 'round', by: 'jonas', details: { couldHelp: 'Fritidsjob, og at de samme to voksne bliver ved med at komme.' }, confirms: 'Gademedarbejder' },
    { on: 'today', by: 'amina', says: 'Pædagog i klubben' },
  ),
];
