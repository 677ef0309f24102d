/** The only reader of process.env: parsed once, typed, frozen. An unknown KVARTER_* name is refused, so a typing error can't pass as a default. */
const known = [
  'KVARTER_PORT',
  'KVARTER_HOST',
  'KVARTER_PUBLIC_URL',
  'KVARTER_DATA_DIR',
  'KVARTER_DATABASE_URL',
  'KVARTER_CASE_DATABASE_URL',
  'KVARTER_CENTRE_DATABASE_URL',
  'KVARTER_DATABASE_ADMIN_URL',
  'KVARTER_REDIS_URL',
  'KVARTER_DEMO',
  'KVARTER_DEMO_CLOCK',
  'KVARTER_MASTER_KEY',
  'KVARTER_SMTP_URL',
  'KVARTER_MAIL_FROM',
  'KVARTER_MAILBOX_HOSTS',
  'KVARTER_WORKER_PORT',
  'KVARTER_LOG_LEVEL',
];

/** The mail server, and in whose name mails are sent. */
export interface SmtpSettings {
  /** smtp: or smtps:, with user and password where it asks for them. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where users reach Kvarter, without a slash at the end; links and cookies follow it. */
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly caseDatabaseUrl: string | undefined;
  readonly centreDatabaseUrl: string | undefined;
  readonly adminUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly demo: boolean;
  /** A file with the moment that is now, for rules that go by dates; only where `demo` is. Undefined: the time it is. */
  readonly clockFile: string | undefined;
  /** 32 bytes that seal links and, later, more; undefined: nothing can be sealed. */
  readonly masterKey: Buffer | undefined;
  /** Undefined: no mail is sent. */
  readonly smtp: SmtpSettings | undefined;
  /** IMAP servers within the house that tenants' mailboxes may be on, in small letters; all others are on the open internet. */
  readonly mailboxHosts: readonly string[];
  readonly workerPort: number;
  readonly logLevel: string;
}

/** A setting that can't be used; `message` says which, why, and what would do. */
export class ConfigError extends Error {}

const loopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

const port = (env: NodeJS.ProcessEnv, name: string, fallback: number): number => {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new ConfigError(`${name} must be a port number from 0 to 65535.`);
  return value;
};

const url = (env: NodeJS.ProcessEnv, name: string, protocols: string[]): string | undefined => {
  const text = env[name];
  if (!text) return undefined;
  // The value may hold a password, so it is never repeated in the message.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new ConfigError(`${name} must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
  }
  return text;
};

const levels = ['debug', 'info', 'warn', 'error', 'silent'];

const level = (env: NodeJS.ProcessEnv): string => {
  const text = env['KVARTER_LOG_LEVEL'] || 'info';
  if (!levels.includes(text)) throw new ConfigError(`KVARTER_LOG_LEVEL must be one of ${levels.join(', ')}.`);
  return text;
};

const masterKey = (env: NodeJS.ProcessEnv): Buffer | undefined => {
  const text = env['KVARTER_MASTER_KEY'];
  if (!text) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new ConfigError('KVARTER_MASTER_KEY must be 32 random bytes in base64: `openssl rand -base64 32` makes one.');
  return key;
};

const smtp = (env: NodeJS.ProcessEnv): SmtpSettings | undefined => {
  const address = url(env, 'KVARTER_SMTP_URL', ['smtp:', 'smtps:']);
  const from = env['KVARTER_MAIL_FROM'];
  if (!address) return undefined;
  const [, name = '', inBrackets, alone] = /^(?:([^<>@\p{Cc}]*)<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))$/u.exec(from?.trim() ?? '') ?? [];
  const sender = inBrackets ?? alone;
  if (!sender) throw new ConfigError('KVARTER_MAIL_FROM must be the address that mails are sent from, as in `Kvarter <kvarter@example.dk>`.');
  if (!env['KVARTER_MASTER_KEY']) throw new ConfigError('KVARTER_MASTER_KEY is missing: mails hold links that are sealed with it.');
  return Object.freeze({ url: address, from: Object.freeze({ name: name.trim() || 'Kvarter', address: sender }) });
};

/** Reads the settings from `env`. Throws ConfigError at the first that can't be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const strange = Object.keys(env).filter((name) => name.startsWith('KVARTER_') && !known.includes(name) && !name.startsWith('KVARTER_TEST_'));
  if (strange.length > 0) throw new ConfigError(`Unknown setting ${strange.join(', ')}. Known are: ${known.join(', ')}.`);
  const host = env['KVARTER_HOST'] || '127.0.0.1';
  const demo = env['KVARTER_DEMO'] === '1';
  if (demo && !loopback(host)) {
    throw new ConfigError(
      'KVARTER_DEMO=1 lets anyone sign in as anyone, so it is refused on an address that others can reach. Set KVARTER_HOST=127.0.0.1 or leave KVARTER_DEMO out.',
    );
  }
  const clockFile = env['KVARTER_DEMO_CLOCK'] || undefined;
  if (clockFile !== undefined && !demo) {
    throw new ConfigError(
      'KVARTER_DEMO_CLOCK puts Kvarter on another day, so that deadlines pass unseen: it is refused without KVARTER_DEMO=1. Leave KVARTER_DEMO_CLOCK out.',
    );
  }
  const listen = port(env, 'KVARTER_PORT', 4600);
  const postgres = ['postgres:', 'postgresql:'];
  return Object.freeze({
    port: listen,
    host,
    publicUrl: (url(env, 'KVARTER_PUBLIC_URL', ['http:', 'https:']) ?? `http://${host.includes(':') ? `[${host}]` : host}:${listen}`).replace(/\/+$/, ''),
    databaseUrl: url(env, 'KVARTER_DATABASE_URL', postgres),
    caseDatabaseUrl: url(env, 'KVARTER_CASE_DATABASE_URL', postgres),
    centreDatabaseUrl: url(env, 'KVARTER_CENTRE_DATABASE_URL', postgres),
    adminUrl: url(env, 'KVARTER_DATABASE_ADMIN_URL', postgres),
    redisUrl: url(env, 'KVARTER_REDIS_URL', ['redis:', 'rediss:']),
    demo,
    clockFile,
    masterKey: masterKey(env),
    smtp: smtp(env),
    mailboxHosts: Object.freeze(
      (env['KVARTER_MAILBOX_HOSTS'] ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
    workerPort: port(env, 'KVARTER_WORKER_PORT', 0),
    logLevel: level(env),
  });
}

let current: Config | undefined;

/** The settings of this process, read at first use. */
export const config = (): Config => (current ??= readConfig(process.env));
