/** What browsers are told to forbid. Everything comes from ourselves; nothing runs that stands in a page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

const permissions = ['geolocation=(self)', 'camera=()', 'microphone=()', 'payment=()', 'usb=()', 'midi=()', 'serial=()', 'hid=()', 'browsing-topics=()'].join(
  ', ',
);

/**
 * The headers of every answer, by their names: always the same ones, so they are made once.
 * @param publicUrl where users reach Kvarter; HSTS only where that is https
 */
export function securityHeaders(publicUrl: string): Map<string, string> {
  const { protocol, host } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        // MapLibre draws from data: and blob: images that it makes itself.
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Some browsers don't count a socket to the same host as 'self'.
        connectSrc: ["'self'", `${secure ? 'wss' : 'ws'}://${host}`],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const headers = new Map([['permissions-policy', permissions]]);
  const response = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: (name: string) => headers.delete(name) };
  protect({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
