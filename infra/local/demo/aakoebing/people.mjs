/** The members of Åkøbing Kommune. All invented. `since` is in months before the seeding. */

/** @import { Person } from '../tenant.mjs' */

const gadeteam = 'Åkøbing Gadeteam';
const boligforening = 'Boligforeningen Fjordbo';

/** @type {Person[]} */
export const people = [
  {
    key: 'mette',
    persona: 'coordinator',
    name: 'Mette Holm',
    roles: ['coordinator'],
    organisation: 'SSP-sekretariatet',
    function: 'Tværgående koordinator',
    since: 26,
  },
  { key: 'jonas', persona: 'team', name: 'Jonas Overgaard', roles: ['team_member'], organisation: gadeteam, function: 'Gademedarbejder', since: 25 },
  {
    key: 'sofie',
    persona: 'participant',
    name: 'Sofie Abildgaard',
    roles: ['participant'],
    organisation: boligforening,
    function: 'Formand for afdelingsbestyrelsen i Birkelunden',
    since: 19,
  },
  {
    key: 'henrik',
    persona: 'steering',
    name: 'Henrik Damsgaard',
    roles: ['steering'],
    organisation: 'Børn, Unge og Kultur',
    function: 'Direktør, formand for styregruppen',
    since: 24,
  },
  {
    key: 'lise',
    persona: 'case-lead',
    name: 'Lise Brandt Kjær',
    roles: ['case_lead'],
    organisation: 'Infohus Åkøbing',
    function: 'Kommunal infohus-tovholder',
    since: 24,
  },
  {
    key: 'peter',
    persona: 'case-worker',
    name: 'Peter Nørskov',
    roles: ['case_worker'],
    organisation: 'Socialafdelingen',
    function: 'Socialrådgiver for voksne',
    since: 20,
  },
  {
    key: 'anne',
    persona: 'admin',
    name: 'Anne-Grethe Thygesen',
    roles: ['tenant_admin'],
    organisation: 'Digitalisering og it',
    function: 'Systemansvarlig',
    since: 26,
  },
  {
    key: 'bo',
    name: 'Bo Thorsen',
    roles: ['coordinator'],
    organisation: 'SSP-sekretariatet',
    function: 'Koordinator, deler funktionen med Mette Holm',
    since: 22,
  },
  { key: 'amina', name: 'Amina Yusuf', roles: ['team_member'], organisation: 'Klub Lunden', function: 'Pædagog', since: 24 },
  { key: 'torben', name: 'Torben Kofoed', roles: ['team_member'], organisation: boligforening, function: 'Ejendomsfunktionær', since: 24 },
  { key: 'ida', name: 'Ida Marie Skov', roles: ['team_member'], organisation: 'Helhedsplanen i Birkelunden', function: 'Boligsocial medarbejder', since: 23 },
  { key: 'rasmus', name: 'Rasmus Bjerre', roles: ['team_member'], organisation: 'Fjordegnens Politi', function: 'Lokalbetjent', since: 21 },
  { key: 'camilla', name: 'Camilla Østergård', roles: ['team_member'], organisation: 'Lundeskolen', function: 'Lærer og SSP-kontakt', since: 24 },
  { key: 'jette', name: 'Jette Falk', roles: ['politician'], organisation: 'Byrådet', function: 'Formand for Børne- og Kulturudvalget', since: 12 },
  { key: 'søren', name: 'Søren Vad', roles: ['team_member'], organisation: 'Klub Lunden', function: 'Klubleder', since: 24, until: 8 },
  { key: 'birthe', name: 'Birthe Mogensen', roles: ['participant'], organisation: 'Nyttehaveforeningen Spaden', function: 'Kasserer', since: 19 },
  { key: 'hassan', name: 'Hassan Karim', roles: ['participant'], organisation: 'Lektiecaféen', function: 'Frivillig', since: 19 },
  { key: 'kurt', name: 'Kurt Lindegaard', roles: ['participant'], organisation: 'Åkøbing Boldklub', function: 'Ungdomstræner', since: 13 },
  { key: 'leyla', name: 'Leyla Demir', roles: ['participant'], organisation: 'Børnehuset Spiren', function: 'Pædagog', since: 13 },
  { key: 'villy', name: 'Villy Grønbech', roles: ['participant'], organisation: 'Butikkerne på torvet', function: 'Købmand', since: 0 },
];
