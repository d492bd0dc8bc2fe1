// aedes' hooks around CONNECT: close what is malformed, find out who it is, answer with a code.
import type { AuthenticateError, Client, ConnectPacket } from 'aedes'
import { connectFault } from '../wire/connect-fault.ts'
import { ProtocolFault } from '../wire/packet-gate.ts'
import type { Principal } from './principal.ts'
import type { Right } from './rights.ts'
import { type createSignIn, SERVER_UNAVAILABLE, type SignedIn } from './sign-in.ts'

interface ConnectingDependencies {
  readonly signIn: ReturnType<typeof createSignIn>
  readonly onRefused: () => void
  readonly onRegistryError: (error: unknown) => void
}

/** aedes takes only up to MQTT 3.1.1 and answers others by itself. */
const NEWEST_VERSION = 4
// A device that never pings (or says it will in 18 hours) would hold its connection for ever.
const LONGEST_KEEPALIVE_S = 4 * 3600

export function createConnecting(dependencies: ConnectingDependencies) {
  const { signIn, onRefused, onRegistryError } = dependencies
  const verdicts = new WeakMap<Client, SignedIn>()

  async function decide(packet: ConnectPacket): Promise<SignedIn> {
    try {
      return await signIn({
        clientId: packet.clientId,
        clean: packet.clean === true,
        username: packet.username,
        password: packet.password,
      })
    } catch (error) {
      onRegistryError(error)
      return { kind: 'refused', returnCode: SERVER_UNAVAILABLE }
    }
  }

  return {
    preConnect(
      client: Client,
      packet: ConnectPacket,
      done: (error: Error | null, success: boolean) => void,
    ) {
      const fault = connectFault(packet)
      if (fault !== undefined) return done(new ProtocolFault(fault), false)
      if ((packet.protocolVersion ?? 0) > NEWEST_VERSION) return done(null, true)
      void decide(packet).then((verdict) => {
        verdicts.set(client, verdict)
        if (verdict.kind === 'in') claimSession(packet, verdict.principal)
        done(null, true)
      })
    },

    authenticate(
      client: Client,
      _username: string | undefined,
      _password: Buffer | undefined,
      done: (error: AuthenticateError | null, success: boolean | null) => void,
    ) {
      const verdict = verdicts.get(client)
      if (verdict?.kind === 'in') return done(null, true)
      onRefused()
      const error = new Error(`refused with return code ${verdict?.returnCode}`)
      done(Object.assign(error, { returnCode: verdict?.returnCode ?? SERVER_UNAVAILABLE }), false)
    },

    principalOf(client: Client): Principal | undefined {
      const verdict = verdicts.get(client)
      return verdict?.kind === 'in' ? verdict.principal : undefined
    },

    rightOf(client: Client): Right | undefined {
      const verdict = verdicts.get(client)
      return verdict?.kind === 'in' ? verdict.right : undefined
    },
  }
}

/**
 * A session belongs to whoever signed in: nobody takes over another's by using its client id.
 * A device has one session that outlives its connection, under its own id, so that no device can
 * fill the memory with sessions. (Nothing is lost: its config is retained.)
 */
function claimSession(packet: ConnectPacket, principal: Principal): void {
  if (packet.username !== undefined) {
    if (principal.kind === 'device' && packet.clientId !== principal.deviceId) packet.clean = true
    if (packet.clientId !== '') packet.clientId = `${packet.username}/${packet.clientId}`
  }
  const { keepalive = 0 } = packet
  if (keepalive === 0 || keepalive > LONGEST_KEEPALIVE_S) packet.keepalive = LONGEST_KEEPALIVE_S
}
