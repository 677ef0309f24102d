/** The meetings of Åkøbing's team and network, which concern no single area: one held, those to come, one called off. */

/** @import { Meeting } from '../told.ts' */
import { addDays, addMinutes, dayOf, instantOf, weekdayNear } from '../calendar.mjs';

const tuesday = 2;
const wednesday = 3;

const team = ['mette', 'bo', 'jonas', 'amina', 'torben', 'ida', 'rasmus', 'camilla'];

/** @type {(now: Date) => Meeting[]} */
export const townMeetings = (now) => {
  const quarterly = /** @type {const} */ ({
    kind: 'TEAM',
    long: 90,
    place: 'Rådhuset, mødelokale 3',
    series: 'QUARTERLY',
    seriesKey: 'team',
    host: 'mette',
    audience: 'Teamet på tværs af SSP, boligforening, klub, skole og politi',
  });
  const near = weekdayNear(addDays(now, 10), 0, tuesday);
  const nearAt = instantOf(near, '09:00');
  const lastAt = instantOf(weekdayNear(nearAt, -3, tuesday), '09:00');
  /** @type {(key: string, months: number) => Meeting} */
  const later = (key, months) => ({
    ...quarterly,
    key,
    title: 'Teammøde: status og næste skridt',
    startsAt: instantOf(weekdayNear(nearAt, months, tuesday), '09:00'),
    state: 'PLANNED',
    people: team.map((who) => ({ who })),
  });
  const networkAt = instantOf(weekdayNear(addDays(now, 36), 0, wednesday), '13:00');
  return [
    {
      ...quarterly,
      key: 'team-1',
      title: 'Teammøde: status og næste skridt',
      startsAt: lastAt,
      state: 'CLOSED',
      openedAt: lastAt,
      closedAt: addMinutes(lastAt, 85),
      purpose: 'At samle op på det, områdemødet i Birkelunden viste, og fordele det videre arbejde.',
      agenda: [
        {
          title: 'Runde: hvad har vi set siden sidst?',
          minutes: 20,
          done: true,
          outcome: 'Mere liv på torvet om eftermiddagen. Uro ved tunnelen er flyttet mod skolestien.',
        },
        { title: 'Lys på skolestien', minutes: 20, by: 'torben', done: true, outcome: 'Torben spørger kommunens vejafdeling og melder tilbage.' },
        { title: 'Åbent i klubben om lørdagen', minutes: 25, by: 'amina' },
        { title: 'Næste områdemøde', minutes: 15, by: 'mette', done: true, outcome: 'Invitationer går ud to uger før. Spaden og Lektiecaféen spørges først.' },
      ],
      people: team.map((who) => ({ who, answer: who === 'rasmus' ? 'NO' : 'YES', came: who !== 'rasmus' })),
      minutes:
        'Til stede: alle på nær politiet, som havde vagt.\n\nTorvet fungerer bedre, siden bænkene blev flyttet. Flere unge bruger lektiecaféen.\n\nSkolestien: lyset er slukket tre steder. Torben tager det op.\n\nKlubben kan åbne om lørdagen, hvis der findes to voksne mere. Punktet tages op igen næste gang.',
    },
    {
      ...quarterly,
      key: 'team-2',
      title: 'Teammøde: status og næste skridt',
      startsAt: nearAt,
      state: 'PLANNED',
      purpose: 'At gøre status på aftalerne og lægge planen for kvarteret efter områdemødet.',
      process:
        'Alle tager to ting med fra deres egen hverdag: noget, der lykkes, og noget, der bekymrer. Vi beskriver steder og grupper, aldrig enkeltpersoner.',
      agenda: [
        { title: 'Runde: hvad har vi set siden sidst?', minutes: 20 },
        { title: 'Åbent i klubben om lørdagen', minutes: 20, by: 'amina', carried: true },
        { title: 'Gåturen efter mørkets frembrud', minutes: 15, by: 'jonas' },
        { title: 'Hvem fortæller bidragyderne, hvad der er sket?', minutes: 15, by: 'ida' },
      ],
      people: team.map((who) => ({
        who,
        invited: true,
        calendar: who === 'rasmus' || who === 'jonas',
        ...(who === 'rasmus' ? { answer: /** @type {const} */ ('MAYBE') } : who === 'torben' ? {} : { answer: /** @type {const} */ ('YES') }),
      })),
      undone: ['send-out'],
    },
    later('team-3', 3),
    later('team-4', 6),
    {
      key: 'network-1',
      kind: 'NETWORK',
      long: 120,
      title: 'Netværksmøde: skole, klub og foreninger',
      startsAt: networkAt,
      state: 'PLANNED',
      host: 'bo',
      place: 'Klub Lunden',
      purpose: 'At kende hinandens tilbud, så unge ikke falder mellem to stole.',
      audience: 'Skole, klub, foreninger, bibliotek og boligsociale',
      people: [
        { who: 'bo' },
        { who: 'amina' },
        { who: 'camilla' },
        { name: 'Dorthe Lykke', organisation: 'Åkøbing Bibliotek', email: 'dorthe.lykke@bibliotek.example' },
        { name: 'Kim Sand', organisation: 'Ungdomsskolen', email: 'kim.sand@ungdomsskolen.example' },
      ],
    },
    {
      key: 'network-0',
      kind: 'NETWORK',
      title: 'Netværksmøde: sommerens aktiviteter',
      startsAt: instantOf(dayOf(addDays(networkAt, -14)), '13:00'),
      state: 'CANCELLED',
      cancelReason: 'For få kunne komme. Vi tager det med på det næste møde.',
      host: 'bo',
    },
  ];
};
