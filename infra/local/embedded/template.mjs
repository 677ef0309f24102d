/**
 * An empty database with PostGIS as a directory to copy: making one takes 13 seconds, copying it none.
 * It is made once per version: by the install (package.json), or at first need where that could not.
 */
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** @param {string} name of a package */
const versionOf = (name) => /** @type {string} */ (require(join(dirname(require.resolve(name)), '../package.json')).version);

/** Beside the packages it is made of, so that a new install begins anew. */
function templateDir() {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'].map(versionOf).join('-');
  return fileURLToPath(new URL(`../../../node_modules/.cache/kvarter/embedded-${versions}`, import.meta.url));
}

/** @param {string} path */
const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Makes the template where it is missing. Several processes may do so at once: the first to finish wins.
 * @returns {Promise<string>} its directory
 */
export async function ensureTemplate() {
  const template = templateDir();
  if (await exists(template)) return template;
  const { Engine } = await import('./engine.mjs');
  await mkdir(dirname(template), { recursive: true });
  const draft = await mkdtemp(`${template}-`);
  try {
    const engine = await Engine.open(draft, (crash) => {
      throw crash;
    });
    const { query } = await import('./wire.mjs');
    await engine.exec(query('create extension postgis with schema public; create extension btree_gist with schema public'));
    await engine.close();
    await rename(draft, template).catch(async (error) => {
      if (!(await exists(template))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return template;
}

/**
 * Makes a data directory out of the template, unless there is one.
 * @param {string} dataDir absent, empty, or a database already
 */
export async function prepareDataDir(dataDir) {
  if (await exists(join(dataDir, 'PG_VERSION'))) return;
  const copy = `${dataDir}.new`; // a copy that was interrupted is never taken for a database
  await rm(copy, { recursive: true, force: true });
  await cp(await ensureTemplate(), copy, { recursive: true });
  if (await exists(dataDir)) {
    if ((await readdir(dataDir)).length > 0) throw new Error(`${dataDir} holds something that is no database`);
    await rm(dataDir, { recursive: true });
  }
  await rename(copy, dataDir);
}
