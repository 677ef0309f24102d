/** Node processes of this work tree. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './workspace.mjs';

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** A script that should have done its work ended with a fault; the message has what it said. */
export class ScriptFailed extends Error {}

const preload = fileURLToPath(new URL('child.mjs', import.meta.url));

/**
 * Starts api or worker. It ends with whoever started it.
 * @param {string} script below the work tree
 * @param {Environment} env
 * @param {'inherit' | 'pipe'} output of both kinds: shown as the starter's own, or left to be read
 */
export const startProcess = (script, env, output = 'inherit') =>
  spawn(process.execPath, ['--import', preload, join(root, script)], { cwd: root, env: { ...env }, stdio: ['ignore', output, output, 'ipc'] });

/**
 * Runs a script to its end.
 * @param {string} script below the work tree
 * @param {Environment} env
 * @param {AbortSignal} [ending] ends it early
 * @returns {Promise<string>} what it said
 * @throws {ScriptFailed}
 */
export async function complete(script, env, ending) {
  const child = spawn(process.execPath, [join(root, script)], { cwd: root, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], signal: ending });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new ScriptFailed(said.trim() || `${script}: ${code}`);
  return said;
}

/**
 * @param {Environment} env
 * @returns {Environment} without any KVARTER_*
 */
export const withoutOurs = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('KVARTER_')));

/** @param {string} address of an api */
export const isReady = async (address) => (await ask(address))?.status === 200;

/**
 * Why an api is not ready, in its own words.
 * @param {string} address
 */
export async function readiness(address) {
  return (await (await ask(address))?.text()) ?? 'no answer';
}

/** @param {string} address */
const ask = (address) => fetch(new URL('/readyz', address), { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
