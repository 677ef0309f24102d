/**
 * Encryption of what waits on this device. The key is made here, can't be exported by any script, and
 * never leaves the browser: the stored bytes are worth nothing outside it.
 */
const algorithm = 'AES-GCM';

/** What lies on the disk: a fresh 12-byte nonce, and the text with its seal of authenticity. */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** False where the page is not served securely (https or this very machine): then nothing is stored. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/** A new key that only this browser can use. */
export function newSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals `value` as JSON. `label` must be given again to open it, so records can't be swapped. */
export async function seal(key: CryptoKey, label: string, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt(parameters(nonce, label), key, text);
  return { nonce, data };
}

/** The value that was sealed under this key and label; throws when either differs or a bit has changed. */
export async function unseal(key: CryptoKey, label: string, { nonce, data }: Sealed): Promise<unknown> {
  const text = await crypto.subtle.decrypt(parameters(nonce, label), key, data);
  return JSON.parse(new TextDecoder().decode(text));
}

/** A name for a person's drawer that does not say whose it is: SHA-256 in hexadecimal. */
export async function blindName(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const parameters = (iv: Uint8Array<ArrayBuffer>, label: string): AesGcmParams => ({
  name: algorithm,
  iv,
  additionalData: new TextEncoder().encode(label),
});
