/** Time and processor time of what is measured; the machine's clock, /proc, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const ticksASecond = 100;

/** Milliseconds of processor time that a process and everything below it has used so far. */
export function cpuOf(...pids) {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const [parent, own, ended] = [Number(fields[1]), Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])];
        return [{ pid: Number(name), parent, own, ended }];
      } catch {
        return []; // it ended while we looked
      }
    });
  const counted = new Set(pids);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { pid, parent } of processes) {
      if (!counted.has(parent) || counted.has(pid)) continue;
      counted.add(pid);
      grew = true;
    }
  }
  const ticks = processes.filter(({ pid }) => counted.has(pid)).reduce((sum, { own, ended }) => sum + own + ended, 0);
  return (ticks * 1000) / ticksASecond;
}

/**
 * Does `one` a number of times, some at once.
 * @returns milliseconds: of processor time of the processes per operation, and the p50 of one operation
 */
export async function load({ times, atOnce, pids, one }) {
  const took = [];
  const before = cpuOf(...pids);
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < times) {
        const index = next++;
        const since = performance.now();
        await one(index);
        took.push(performance.now() - since);
      }
    }),
  );
  return { cpu: (cpuOf(...pids) - before) / times, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

export const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
export const median = (values) => quantile(values, 0.5);

/**
 * Rounds in which the sides take turns, the first of a round changing, so that a slow moment of the machine
 * hits all of them.
 * @param {number} rounds
 * @param {Record<string, () => Promise<Record<string, number>>>} sides
 * @returns what each side measured, round by round
 */
export async function interleaved(rounds, sides) {
  const names = Object.keys(sides);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) await sides[name](); // warm
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      results[name].push(await sides[name]());
    }
  }
  return results;
}

/** The median of the rounds' own ratios. */
export const ratio = (results, side, peer, what = 'cpu') => median(results[side].map((one, round) => one[what] / results[peer][round][what]));
export const typical = (results, side, what = 'cpu') => median(results[side].map((one) => one[what]));

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A POST of JSON on a kept connection. @returns status and bytes of the body */
export function post(url, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
