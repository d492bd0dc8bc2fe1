// Secrets of devices and tokens: 192 random bits, so a plain SHA-256 is enough to keep them by;
// a slow hash protects passwords that people choose, and would cost every connecting sensor.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const newSecret = (): string => randomBytes(24).toString('base64url')

/** What a secret is kept by and compared with: SHA-256, in hexadecimal digits. */
export const secretHash = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** In constant time. Without a stored hash the answer is false, after the same work. */
export function isSecretOf(hash: string | null | undefined, secret: string): boolean {
  const same = timingSafeEqual(
    Buffer.from(hash ?? NO_HASH, 'hex'),
    Buffer.from(secretHash(secret), 'hex'),
  )
  return same && hash != null
}

const NO_HASH = '0'.repeat(64)
