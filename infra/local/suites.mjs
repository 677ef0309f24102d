/** Runs a check or a test project as a process and counts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './workspace.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Count `failures`: what failed and why, a line each */
/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** A suite that runs longer than this hangs. */
const longest = 15 * 60_000;
const longestProof = 12 * 3_600_000;

/**
 * One tool that either is content or not; counts as one test.
 * @param {string} name
 * @param {string[]} command a script below node_modules and its parameters
 * @param {Environment} env
 * @param {AbortSignal} ending
 * @returns {Promise<Count>}
 */
export async function check(name, command, env, ending) {
  console.log(`\n── ${name}`);
  const code = await run(command, env, ending);
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}`);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : { passed: 0, failed: 1, skipped: 0, failures: [name] };
}

/**
 * A project of vitest.config.ts.
 * @param {string} project
 * @param {Environment} env
 * @param {AbortSignal} ending
 * @param {{ beside?: boolean }} [how] `beside` others that run at the same time: what it says comes in one piece at its end
 * @returns {Promise<Count>}
 */
export async function suite(project, env, ending, { beside = false } = {}) {
  if (!beside) console.log(`\n── ${project}`);
  const directory = mkdtempSync(join(tmpdir(), 'kvarter-report-'));
  const report = join(directory, 'report.json');
  try {
    const code = await run(
      ['vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      env,
      ending,
      beside ? `\n── ${project}\n` : undefined,
    );
    const count = countOf(report, code);
    return { ...count, failures: count.failures.map((line) => `${project}: ${line}`) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * @typedef {object} Report what vitest writes, as far as it is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {TestFile[]} testResults
 *
 * @typedef {object} TestFile
 * @property {string} name its path
 * @property {string} status
 * @property {string} [message] why it could not be loaded
 * @property {{ status: string, fullName?: string, failureMessages?: string[] }[]} assertionResults
 */

/**
 * @param {string} path of a report
 * @param {number | null} code vitest ended with
 * @returns {Count}
 */
export function countOf(path, code) {
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    const failures = code === 0 ? [] : ['ended without a report'];
    return { passed: 0, failed: failures.length, skipped: 0, failures }; // no tests, or it did not come that far
  }
  const failures = report.testResults.flatMap(failuresOf);
  // Something failed outside of any test: a setup, or an error nobody caught.
  if (failures.length === 0 && code !== 0) failures.push('something outside of any test');
  return { passed: report.numPassedTests, failed: failures.length, skipped: report.numPendingTests + report.numTodoTests, failures };
}

/** @param {TestFile} file */
function failuresOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  // A file that could not even be loaded has no test of its own that fails.
  if (failed.length === 0) return status === 'failed' ? [`${basename(name)}: ${firstLine(message)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `${basename(name)}: ${fullName}: ${firstLine(failureMessages?.[0])}`);
}

/** @param {string | undefined} message */
const firstLine = (message) => (message ?? '').split('\n', 1)[0];

/**
 * @param {string[]} command a script below node_modules and its parameters
 * @param {Environment} env
 * @param {AbortSignal} ending
 * @param {string} [heading] what it says is kept, and printed under this when it has ended
 */
async function run([script = '', ...parameters], env, ending, heading) {
  if (ending.aborted) return 1;
  const timeout = AbortSignal.timeout(env['KVARTER_TEST_PROOF'] ? longestProof : longest);
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...parameters], {
    cwd: root,
    env: { ...env, NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: heading === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (/** @type {Buffer} */ part) => said.push(part));
  const end = () => child.kill('SIGTERM');
  const force = () => setTimeout(() => child.kill('SIGKILL'), 30_000).unref();
  for (const signal of [timeout, ending]) for (const act of [end, force]) signal.addEventListener('abort', act);
  const [code] = await once(child, 'close');
  if (heading !== undefined) console.log(heading + Buffer.concat(said).toString());
  for (const signal of [timeout, ending]) for (const act of [end, force]) signal.removeEventListener('abort', act);
  if (timeout.aborted) console.error(`${script} ${parameters.join(' ')} took too long and was ended`);
  return /** @type {number | null} */ (code);
}
