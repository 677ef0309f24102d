/**
 * `npm start`: everything one needs to try Kvarter, from a fresh clone. Installs and builds what is missing
 * or out of date, starts the embedded database unless another is named, brings it up to date, and runs api
 * and worker until it is told to end. What it can be told: KVARTER_* (see settings.mjs and the README).
 */
import './node-version.mjs';

const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => ending.abort(signal));
// npm ends at a signal and passes nothing on: without npm there is nobody left who could end this.
const starter = process.ppid;
if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== starter && ending.abort('SIGTERM'), 250).unref();
process.stdout.on('error', () => undefined); // whoever read it has left

try {
  // Packages are there only after the install, so what needs them is imported after it.
  const { prepareWorkspace } = await import('./workspace.mjs');
  const { readSettings } = await import('./settings.mjs');
  const settings = await readSettings(process.env);
  await prepareWorkspace(ending.signal);
  const { run } = await import('./run.mjs');
  await run(settings, ending.signal);
} catch (error) {
  if (!ending.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
process.exit();
