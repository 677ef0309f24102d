/** Addresses of mails, held against what may stand in an envelope and a header. */
import { domainToASCII } from 'node:url';

const longest = 254;
// RFC 5321's local part without quoting, which nobody uses and parsers disagree on; letters beyond ASCII few servers take.
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * An address as it goes to the mail server: spaces round it gone, its domain in ASCII (`å.dk` is `xn--5ca.dk`).
 * @returns null where it is none: nothing that could end a header or begin another passes
 */
export function mailAddress(given: string): string | null {
  const text = given.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const host = /[\s%\\/:?#[\]@]/.test(text.slice(at + 1)) ? '' : domainToASCII(text.slice(at + 1));
  const fits = local.length <= 64 && localPart.test(local) && domain.test(host) && local.length + host.length < longest;
  return fits ? `${local}@${host}` : null;
}

/** Text for one line of a header: control characters, which could end it, are spaces. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
