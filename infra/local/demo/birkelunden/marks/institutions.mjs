/** Institutions of Birkelunden: what is there on weekdays, whoever turns up. */
import { sheet } from '../../aakoebing/sheet.mjs';
import { mark } from '../../story.mjs';

const { point } = sheet;

export const institutions = [
  mark(
    'INSTITUTION',
    'skolen',
    'Lundeskolen',
    point(-170, 112),
    {
      on: 'first',
      by: 'camilla',
      note: '430 elever fra 0. til 9. klasse. Har en SSP-kontakt og åbne døre om eftermiddagen.',
      details: { activity: 'Skole', contribution: 'Lokaler om aftenen', audience: 'Børn 6-16 år og deres forældre', openingHours: 'Hverdage 7.30-16' },
      says: 'Lærer på Lundeskolen',
    },
    { on: 'third', by: 'camilla', details: { contribution: 'Lokaler og køkken om aftenen, når der er en voksen med' }, confirms: 'Skoleleder' },
  ),
  mark(
    'INSTITUTION',
    'klubben',
    'Klub Lunden',
    point(-68, -106),
    {
      on: 'first',
      by: 'søren',
      note: 'Fritids- og ungdomsklub. Her kommer omkring 90 om ugen, flest drenge fra 12 til 16.',
      details: { activity: 'Klub, musik, madklub', audience: '10-18 år', openingHours: 'Mandag-torsdag 14-21' },
      says: 'Klubleder',
    },
    { on: 'second', by: 'amina', details: { contribution: 'Voksne, som de unge stoler på' }, says: 'Pædagog i klubben' },
    {
      on: 'third',
      by: 'amina',
      note: 'Fritids- og ungdomsklub. Her kommer omkring 110 om ugen, og pigerne har fået deres egen aften.',
      confirms: 'Pædagog i klubben',
    },
    { on: 'today', by: 'amina', details: { openingHours: 'Mandag-torsdag 14-21, fredag 18-22' }, says: 'Gademedarbejder' },
  ),
  mark(
    'INSTITUTION',
    'spiren',
    'Børnehuset Spiren',
    point(-272, 68),
    {
      on: 'first',
      by: 'ida',
      note: 'Vuggestue og børnehave. Har forældrecafé, hvor sundhedsplejersken kommer forbi.',
      details: { activity: 'Dagtilbud, forældrecafé', audience: 'Børn 0-6 år og deres forældre', openingHours: 'Hverdage 6.30-17' },
      says: 'Boligsocial medarbejder',
    },
    { on: 'second', by: 'leyla', details: { contribution: 'Kender de unge familier, før nogen andre gør' }, says: 'Pædagog i børnehuset' },
  ),
  mark('INSTITUTION', 'bibliotek', 'Lokalbiblioteket', point(150, 72), {
    on: 'first',
    by: 'hassan',
    note: 'Varmt, stille og gratis. Selvbetjent efter kl. 17, og så er der ingen voksne.',
    details: { activity: 'Bøger, computere, arrangementer', audience: 'Alle', openingHours: 'Bemandet hverdage 10-17, åbent til 21' },
    says: ['Frivillig i Lektiecaféen', 'Bibliotekar'],
  }),
  mark('INSTITUTION', 'fritidshjem', 'Fritidshjemmet Humlebien', point(-200, 92), {
    on: 'first',
    by: 'camilla',
    note: 'Ligger i skolens vestfløj. De store passer på de små.',
    details: { activity: 'Fritidshjem', audience: '0.-3. klasse', openingHours: 'Hverdage 6.30-8 og 12-17' },
    says: 'Lærer på Lundeskolen',
  }),
  mark('INSTITUTION', 'vaerksted', 'Ungdomsskolens værksted', point(-160, 150), {
    on: 'second',
    by: 'amina',
    note: 'Knallerter, musik og medier ved siden af hallen. Har plads til flere om mandagen.',
    details: { activity: 'Værksteder', audience: '13-18 år', openingHours: 'Mandag og onsdag 17-21' },
    says: 'Pædagog i klubben',
  }),
  mark(
    'INSTITUTION',
    'sundhed',
    'Sundhedshuset på torvet',
    point(204, 106),
    {
      on: 'first',
      by: 'ida',
      note: 'Sundhedspleje og jordemoder to dage om ugen.',
      details: { activity: 'Sundhedspleje, jordemoder', audience: 'Familier med små børn', openingHours: 'Tirsdag og torsdag 9-15' },
      says: 'Boligsocial medarbejder',
    },
    { on: 'round', by: 'ida', details: { contribution: 'Holder åbent hus uden tid hver anden torsdag' }, confirms: 'Sundhedsplejerske' },
  ),
  mark('INSTITUTION', 'helhedsplan', 'Helhedsplanens kontor', point(36, 208), {
    on: 'third',
    by: 'ida',
    note: 'Deler hus med driftskontoret. Kom ind af døren, vi hjælper med breve, job og fritid.',
    details: {
      activity: 'Rådgivning og fritidsjob',
      contribution: 'Kan få en ny idé i gang på få uger',
      audience: 'Alle beboere',
      openingHours: 'Hverdage 10-15, torsdag til 18',
    },
    says: 'Boligsocial medarbejder',
  }),
  mark('INSTITUTION', 'sogn', 'Sognets Hus', point(268, 150), {
    on: 'round',
    by: 'mette',
    note: 'Kirkens lille hus ved stationsstien. Babysalmesang, sorggruppe og lokaler til låns.',
    details: { activity: 'Kor, samtaler, caféaften', audience: 'Alle', openingHours: 'Torsdag 14-20' },
    says: 'Sognemedhjælper',
  }),
];
