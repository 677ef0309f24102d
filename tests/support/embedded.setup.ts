/** The embedded database for a test project. */
import { spawnEmbedded } from '../../infra/local/embedded/spawn.mjs';
import { migrated } from './migrated.js';
import { provideWith } from './setup.js';

export default provideWith(async (directory) => {
  const { adminUrl, stop } = await spawnEmbedded(directory);
  try {
    return { database: await migrated('embedded', adminUrl), stop };
  } catch (error) {
    await stop();
    throw error;
  }
});
