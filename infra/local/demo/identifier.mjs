/** Made-up things have the same id at every seeding, so that links to them hold. */
import { createHash } from 'node:crypto';

/** @type {(...path: string[]) => string} a UUID (RFC 9562, version 8: made of what the maker likes) from a path of names */
export const identifier = (...path) => {
  const hex = createHash('sha256')
    .update(['kvarter demo', ...path].join('/'))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
