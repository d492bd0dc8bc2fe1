// Secrets as Mosquitto's password file wants them: `$7$iterations$salt$hash`, PBKDF2 with SHA-512.
import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)
// Mosquitto's own default. Slower protects passwords that people choose; ours are 192 random bits,
// and Mosquitto derives on its only thread whenever a sensor connects.
const ITERATIONS = 101
const SALT_BYTES = 12
const KEY_BYTES = 64
const FORMAT = /^\$7\$(\d+)\$([\w+/]+=*)\$([\w+/]{86}==)$/

/** Another one each time: the salt is random. */
export async function mosquittoPassword(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(secret, salt, ITERATIONS, KEY_BYTES, 'sha512')
  return `$7$${ITERATIONS}$${salt.toString('base64')}$${key.toString('base64')}`
}

/** True if `password`, from a password file, was made from `secret`. */
export async function isMosquittoPasswordOf(password: string, secret: string): Promise<boolean> {
  const [, iterations, salt = '', expected = ''] = FORMAT.exec(password) ?? []
  if (iterations === undefined) return false
  const key = Buffer.from(expected, 'base64')
  const got = await derive(
    secret,
    Buffer.from(salt, 'base64'),
    Number(iterations),
    KEY_BYTES,
    'sha512',
  )
  return timingSafeEqual(got, key)
}
