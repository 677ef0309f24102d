import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { startDovecot } from './dovecot.mjs';
import { dovecot } from './programs.mjs';

it.runIf(dovecot())(
  'a mailbox is signed in to over TLS, with a certificate that names its host',
  async () => {
    const server = await startDovecot(join(tmpdir(), `kvarter-imap-${process.pid}`));
    if (!server) return;
    const socket = connect({ host: '127.0.0.1', port: server.tlsPort, servername: server.host, ca: readFileSync(server.certificateFile) });
    socket.setEncoding('utf8').write(`a login ${server.user} ${server.password}\r\nb logout\r\n`);
    let said = '';
    socket.on('data', (text: string) => (said += text));
    await once(socket, 'end');
    expect(said).toMatch(/^a OK/m);
    await server.stop();
  },
  30_000,
);
