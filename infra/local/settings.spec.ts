import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from './services/ports.mjs';
import { Unusable, readSettings } from './settings.mjs';

const read = async (env: Record<string, string>) => readSettings({ KVARTER_PORT: String(await freePort()), ...env });

describe('readSettings', () => {
  it('is embedded with the demonstration unless told otherwise', async () => {
    expect(await read({})).toMatchObject({ host: '127.0.0.1', embedded: true, demo: true, dataDir: `${process.cwd()}/.kvarter` });
    expect(await read({ KVARTER_DEMO: '0' })).toMatchObject({ embedded: true, demo: false });
    expect(await read({ KVARTER_DATABASE_ADMIN_URL: 'postgres://a@b/c' })).toMatchObject({ embedded: false, demo: false, adminUrl: 'postgres://a@b/c' });
    expect(await read({ KVARTER_DATABASE_URL: 'postgres://a@b/c', KVARTER_DEMO: '1' })).toMatchObject({ embedded: false, demo: true });
  });

  it('leaves the demonstration out where others can reach it, and still names an address', async () => {
    const settings = await read({ KVARTER_HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ demo: false, address: `http://127.0.0.1:${settings.port}` });
  });

  it('tells how to go on when the port is taken or none', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(read({ KVARTER_PORT: String(port) })).rejects.toThrow(`KVARTER_PORT=${port + 1} KVARTER_DATA_DIR=.kvarter-2 npm start`);
    server.close();
    await expect(read({ KVARTER_PORT: 'many' })).rejects.toThrow(Unusable);
  });
});
