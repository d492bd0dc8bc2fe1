// From a CONNECT's credentials to a principal: a device by its secret, a reader by a token.
import { isId } from '@bakwacht/firmware-contracts'
import { type Devices, type Role, secretHash, type Tokens } from '@bakwacht/registry'
import { deviceOf, type Principal } from './principal.ts'
import type { Right } from './rights.ts'

/** Return codes of CONNACK, MQTT 3.1.1, table 3.1. */
export const IDENTIFIER_REJECTED = 2
export const SERVER_UNAVAILABLE = 3
export const BAD_CREDENTIALS = 4
export const NOT_AUTHORIZED = 5

export type SignedIn =
  | {
      readonly kind: 'in'
      readonly principal: Principal
      /** Without one nobody can withdraw it: the administrator's token, or no credentials at all. */
      readonly right?: Right
    }
  | { readonly kind: 'refused'; readonly returnCode: 2 | 3 | 4 | 5 }

export interface Credentials {
  readonly clientId: string
  readonly clean: boolean
  readonly username: string | undefined
  readonly password: Uint8Array | undefined
}

export interface SignInDependencies {
  readonly devices: Pick<Devices, 'verify'>
  readonly tokens: Pick<Tokens, 'verify'>
  /** Reads events, as any administrator's; the process has it, the registry does not. */
  readonly adminToken?: string | undefined
  readonly clock: () => number
  /** Lets clients without credentials in; for a broker bound to loopback alone. */
  readonly open: boolean
}

const READERS: ReadonlySet<Role> = new Set(['planner', 'viewer', 'admin'])

export function createSignIn(dependencies: SignInDependencies) {
  const { devices, tokens, clock, open } = dependencies
  const adminHash = dependencies.adminToken && secretHash(dependencies.adminToken)

  /** Looked up each time, by key: what was renewed, revoked or retired lets nobody in. */
  async function verify(username: string, secret: string): Promise<SignedIn> {
    const hash = secretHash(secret)
    if (isId(username) && (await devices.verify(username, secret))) {
      const right = { kind: 'secret', deviceId: username, secretHash: hash } as const
      return { kind: 'in', principal: deviceOf(username), right }
    }
    if (hash === adminHash) return { kind: 'in', principal: { kind: 'reader' } }
    const token = await tokens.verify(secret, clock())
    return token !== undefined && READERS.has(token.role)
      ? { kind: 'in', principal: { kind: 'reader' }, right: { kind: 'token', tokenId: token.id } }
      : refused(BAD_CREDENTIALS)
  }

  return async function signIn(credentials: Credentials): Promise<SignedIn> {
    const { clientId, clean, username, password } = credentials
    // MQTT-3.1.3-8: without a client id there is no session to keep.
    if (clientId === '' && !clean) return refused(IDENTIFIER_REJECTED)
    if (username === undefined) return open ? unnamed(clientId) : refused(NOT_AUTHORIZED)
    const secret = Buffer.from(password ?? []).toString('utf8')
    return secret === '' ? refused(BAD_CREDENTIALS) : verify(username, secret)
  }
}

function unnamed(clientId: string): SignedIn {
  if (clientId === '') return { kind: 'in', principal: { kind: 'guest' } }
  return isId(clientId)
    ? { kind: 'in', principal: deviceOf(clientId) }
    : refused(IDENTIFIER_REJECTED)
}

const refused = (returnCode: 2 | 3 | 4 | 5): SignedIn => ({ kind: 'refused', returnCode })
