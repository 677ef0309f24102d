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
  'KVARTER_MASTER_KEY',
  'KVARTER_WORKER_PORT',
  'KVARTER_LOG_LEVEL',
];

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
    workerPort: port(env, 'KVARTER_WORKER_PORT', 0),
    logLevel: level(env),
  });
}

let current: Config | undefined;

/** The settings of this process, read at first use. */
export const config = (): Config => (current ??= readConfig(process.env));
