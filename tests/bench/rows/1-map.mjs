/** Row 1: the map of an area with 500 marks, row security on. */
import { interleaved, load, post, ratio, typical } from '../measure.mjs';
import { peerNode } from '../world.mjs';

export async function run(world, { rounds, times }) {
  const { url, headers, areaId, tenantId, personId, logins, apiPid, pgPid } = world;
  const settings = { DATABASE_URL: logins.app, TENANT: tenantId, PERSON: personId };
  const bare = await world.peer('peers/bare.mjs', settings);
  const postgraphile = await world.peer('peers/postgraphile.mjs', { node: peerNode, ...settings });
  const ours = { query: 'query ($id: UUID!) { areaMap(areaId: $id) { collection } }', variables: { id: areaId } };
  const theirs = {
    query: 'query ($id: UUID!) { allMapFeatures(condition: { areaId: $id }) { nodes { featureId version kind state updatedAt } } }',
    variables: { id: areaId },
  };
  const identity = { 'accept-encoding': 'identity' };

  // The same marks on every side, or the comparison says nothing.
  const idsIn = async (at, body, more) => (await post(`${at}/graphql`, body, { ...more, ...identity })).body.toString();
  const ids = (text) => new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)).size;
  const [a, b, c] = [await idsIn(url, ours, headers), await idsIn(postgraphile.url, theirs, {}), await idsIn(bare.url, ours, {})];
  if (!(ids(a) >= 500 && ids(b) >= 500 && ids(c) >= 500)) throw new Error(`not the same rows: ${ids(a)} ${ids(b)} ${ids(c)} ${b.slice(0, 300)}`);

  const side = (pids, at, body, more) => () => load({ times: times * 3, atOnce: 4, pids, one: () => post(`${at}/graphql`, body, more) });
  const results = await interleaved(rounds, {
    kvarter: side([apiPid, pgPid], url, ours, { ...headers, ...identity }),
    cached: side([apiPid, pgPid], url, ours, { ...headers, 'accept-encoding': 'gzip' }),
    postgraphile: side([postgraphile.pid, pgPid], postgraphile.url, theirs, identity),
    bare: side([bare.pid, pgPid], bare.url, ours, identity),
  });
  const [own, other, floor, again] = ['kvarter', 'postgraphile', 'bare', 'cached'].map((name) => typical(results, name));
  const ms = (value) => value.toFixed(2);
  return [
    {
      what: 'map of 500 marks: CPU of PostGraphile',
      value: ratio(results, 'kvarter', 'postgraphile'),
      target: 0.5,
      note: `${ms(own)} ms against ${ms(other)}; ${(a.length / 1024).toFixed(0)} KB against ${(b.length / 1024).toFixed(0)}`,
    },
    { what: 'map of 500 marks: CPU of bare HTTP', value: ratio(results, 'kvarter', 'bare'), target: 1.25, note: `${ms(own)} ms against ${ms(floor)}` },
    {
      what: 'unchanged map again: CPU of PostGraphile',
      value: ratio(results, 'cached', 'postgraphile'),
      target: 0.05,
      note: `${ms(again)} ms against ${ms(other)}; gzip`,
    },
  ];
}
