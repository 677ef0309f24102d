/** The whole demonstration, told from the moment of seeding. Every place, person and organisation is invented. */

/**
 * @import { DemoTenant } from '../../../apps/api/src/demo/demo-facts.ts'
 * @import { Tenant } from './told.ts'
 */
import { areas } from './aakoebing/areas.mjs';
import { townMeetings } from './aakoebing/meetings.mjs';
import { people } from './aakoebing/people.mjs';
import { rankings } from './aakoebing/rankings.mjs';
import { nordstrand } from './nordstrand/nordstrand.mjs';
import { factsOf } from './tenant.mjs';

/** @type {Tenant} */
const centre = {
  slug: 'centre',
  name: 'Nationalt center',
  kind: 'centre',
  people: [
    {
      key: 'birgitte',
      persona: 'centre',
      name: 'Birgitte Rosendal',
      roles: ['centre_admin'],
      organisation: 'Nationalt center',
      function: 'Centeradministrator',
      since: 27,
    },
  ],
  areas: [],
};

/** @type {(now: Date) => DemoTenant[]} */
export const demo = (now) =>
  [
    {
      slug: 'aakoebing',
      name: 'Åkøbing Kommune',
      kind: /** @type {const} */ ('municipality'),
      people,
      areas: areas(now),
      meetings: townMeetings(now),
      rankings,
    },
    nordstrand(now),
    centre,
  ].map((tenant) => factsOf(tenant, now));
