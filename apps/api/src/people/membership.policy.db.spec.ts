import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../area-maps/map-world.fixture.js';
import type { Actor } from '../platform/auth/actor.js';

let world: World;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.make();
  coordinator = await world.member('coordinator');
  await world.area(coordinator);
});

afterAll(() => world.close());

const asks = `select open_room.current_tenant() as tenant, open_room.has_role('{coordinator}') as coordinator, open_room.hidden_areas() as hidden,
                     (select count(*)::integer from open_room.area) as areas`;

describe('who the database takes the caller for', () => {
  it('is a member of the tenant named, today', async () => {
    expect(await world.as(coordinator, () => world.db.query(asks))).toEqual([{ tenant: world.tenantId, coordinator: true, hidden: [], areas: 1 }]);
  });

  it('is nobody where a setting is missing, forged or of somebody else', async () => {
    const nobody = [{ tenant: null, coordinator: false, hidden: null, areas: 0 }];
    const { personId, tenant } = coordinator;
    const other = { id: randomUUID(), slug: '' };
    for (const as of [
      null,
      { personId, tenant: null },
      { personId, tenant: other },
      { personId: randomUUID(), tenant },
      { personId: "' or true --", tenant },
    ]) {
      expect(await world.db.run(as, 'read', () => world.db.query(asks))).toEqual(nobody);
    }
    const ended = await world.member('coordinator');
    await world.admin.query('update open_room.membership set ended_at = now() where person_id = $1', [ended.personId]);
    expect(await world.as(ended, () => world.db.query(asks))).toEqual(nobody);
  });

  // Functions in policies don't set a search path: nothing may ever stand before what they name.
  it('can’t be made somebody else by what a login creates', async () => {
    const { rows } = await world.admin.query(
      `select r.rolname, n.nspname from pg_roles r cross join pg_namespace n
       where r.rolname ~ '^kvarter_' and r.rolname <> 'kvarter_owner' and n.nspname !~ '^pg_temp|^pg_toast'
         and has_schema_privilege(r.oid, n.oid, 'create')`,
    );
    expect(rows).toEqual([]);
    if (world.place.kind === 'embedded') return; // where no login may write functions at all
    const shadow = `create function pg_temp.current_setting(name text, boolean) returns text language sql as
      $$ select case name when 'kvarter.tenant' then '${world.tenantId}' else '${coordinator.personId}' end $$`;
    const forged = await world.db.run(null, 'read', async () => {
      await world.db.query(shadow);
      await world.db.query("select set_config('search_path', 'pg_temp, open_room, pg_catalog', true)");
      return world.db.query(asks);
    });
    expect(forged).toEqual([{ tenant: null, coordinator: false, hidden: null, areas: 0 }]);
  });
});
