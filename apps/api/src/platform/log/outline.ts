/** What may be written down of something thrown: where it came from, not what it says (a database quotes rows in its messages). */

export interface Outline {
  readonly type: string;
  /** SQLSTATE, or a system code such as ECONNREFUSED. */
  readonly code?: string;
  /** Of a database error: names of ours. */
  readonly constraint?: string;
  readonly at?: readonly string[];
  readonly cause?: Outline;
}

const mostFrames = 8;
const mostCauses = 3;

export function outlineOf(thrown: unknown, causes = 0): Outline {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const { code, constraint, originalError } = thrown as { code?: unknown; constraint?: unknown; originalError?: unknown };
  const cause = thrown.cause ?? originalError;
  return {
    type: thrown.constructor.name,
    ...(typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? { code } : {}),
    ...(typeof constraint === 'string' && /^\w{1,63}$/.test(constraint) ? { constraint } : {}),
    at: framesOf(thrown),
    ...(cause !== undefined && causes < mostCauses ? { cause: outlineOf(cause, causes + 1) } : {}),
  };
}

/** Only the lines that name a place in a file: the message before them may go over several lines. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*(:\d+:\d+\)?|native\)|<anonymous>\)?)$/.test(line));
  // A message could imitate a frame; what it holds comes before the first real one, so the stack is cut behind it.
  const message = new Set(error.message.split('\n'));
  return lines
    .filter((line) => !message.has(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().slice(3));
}
