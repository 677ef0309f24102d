/** A mailbox of one's own for tests: an IMAP server that speaks TLS alone, on the loopback address, as a user without rights. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { dovecot } from './programs.mjs';

/**
 * @typedef {object} Mailserver
 * @property {string} host as its certificate names it
 * @property {number} tlsPort TLS from the first byte on
 * @property {number} startTlsPort turns to TLS when asked
 * @property {string} user
 * @property {string} password
 * @property {string} certificateFile its own, which nobody else vouches for: for NODE_EXTRA_CA_CERTS
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} directory absent or empty; its path shall be short, for the names of sockets
 * @returns {Promise<Mailserver | undefined>} undefined where none is installed
 */
export async function startDovecot(directory) {
  const program = dovecot();
  if (!program) return undefined;
  const as = unprivileged();
  const at = (/** @type {string} */ name) => join(directory, name);
  for (const path of [directory, at('mail')]) mkdirSync(path, { recursive: true, mode: 0o755 });
  const certificateFile = at('certificate.pem');
  makeCertificate(certificateFile, at('key.pem'));
  const [tlsPort, startTlsPort, password] = [await freePort(), await freePort(), randomBytes(12).toString('base64url')];
  writeFileSync(at('users'), `kvarter:{PLAIN}${password}::::::\n`);
  writeFileSync(at('dovecot.conf'), settings(directory, as, tlsPort, startTlsPort));
  if (as.uid !== undefined)
    for (const name of ['', 'mail', 'certificate.pem', 'key.pem', 'users', 'dovecot.conf']) chownSync(at(name), as.uid, as.gid ?? as.uid);
  const ids = as.uid === undefined ? {} : { uid: as.uid, gid: as.gid };
  const server = spawn(program, ['-F', '-c', at('dovecot.conf')], { ...ids, cwd: directory, stdio: ['ignore', 'inherit', 'inherit'] });
  await ready(server, tlsPort);
  return {
    host: 'localhost',
    tlsPort,
    startTlsPort,
    user: 'kvarter',
    password,
    certificateFile,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit');
        server.kill('SIGTERM');
        await ended;
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * @param {string} directory
 * @param {{ user: string, group: string }} as
 * @param {number} tlsPort
 * @param {number} startTlsPort
 */
const settings = (directory, { user, group }, tlsPort, startTlsPort) => `
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${directory}/certificate.pem
ssl_key = <${directory}/key.pem
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${directory}/mail/%u
passdb {
  driver = passwd-file
  args = ${directory}/users
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${directory}/mail/%u
}
namespace inbox {
  inbox = yes
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${startTlsPort}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
`;

/**
 * @param {string} certificate
 * @param {string} key
 */
function makeCertificate(certificate, key) {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {number} port
 */
async function ready(server, port) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`Dovecot did not start (${server.exitCode})`);
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false);
    socket.destroy();
    if (open) return;
    await wait(50);
  }
  throw new Error('Dovecot did not answer');
}

/**
 * Dovecot keeps no mail as root.
 * @returns {{ user: string, group: string, uid?: number, gid?: number }}
 */
function unprivileged() {
  const id = (/** @type {string[]} */ ...parameters) => execFileSync('id', parameters, { encoding: 'utf8' }).trim();
  if (process.getuid?.() !== 0) return { user: id('-un'), group: id('-gn') };
  return { user: 'nobody', group: id('-gn', 'nobody'), uid: Number(id('-u', 'nobody')), gid: Number(id('-g', 'nobody')) };
}
