/** TERM: what is under way comes to its end, sockets are told to come back, and the process ends with 0. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyDocument, creation, editsDocument, newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { type Installation, install, rowsOf } from './installation.js';

let kvarter: Installation;
beforeAll(async () => {
  kvarter = await install();
});
afterAll(() => kvarter.stop());

it('finishes open edits and tells sockets to connect again', async () => {
  const coordinator = await ApiClient.as(kvarter.url, 'coordinator');
  const areaId = await newArea(coordinator);
  const stream = coordinator.follow(editsDocument, { areaId, afterSeq: 0 });
  const edits = Array.from({ length: 30 }, () => creation());
  const underWay = edits.map((edit) =>
    coordinator.post(applyDocument, { areaId, edits: [edit] }).then(
      ({ text }) => ({ editId: edit.editId, text }),
      () => null,
    ),
  );
  await stream.until(1);
  const code = await kvarter.endApi();
  expect(code).toBe(0);
  expect((await stream.closed()).code).toBe(1012);
  const answers = (await Promise.all(underWay)).filter((answer) => answer !== null);
  const applied = answers.filter(({ text }) => text.includes('"APPLIED"')).map(({ editId }) => editId);
  const rows = await rowsOf<{ edit_id: string }>(kvarter.adminUrl, 'select edit_id from open_room.map_edit where area_id = $1', [areaId]);
  // Whoever was told yes has it, and nothing was written that nobody was told of.
  expect(rows.map(({ edit_id }) => edit_id).sort()).toEqual(applied.sort());
});
