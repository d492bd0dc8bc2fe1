// Ends connections whose right to be there is withdrawn: a device that was retired or given a new
// secret, a token that was revoked or has expired. They are looked up again and again instead of
// announced, so that none slips through between signing in and hearing of it.
import type { Devices, Tokens } from '@bakwacht/registry'
import type { Client } from 'aedes'

/** What a connection was let in for. */
export type Right =
  | { readonly kind: 'secret'; readonly deviceId: string; readonly secretHash: string }
  | { readonly kind: 'token'; readonly tokenId: string }

export interface RightsDependencies {
  readonly devices: Pick<Devices, 'secretHashes'>
  readonly tokens: Pick<Tokens, 'valid'>
  readonly clock: () => number
  readonly everyMs: number
  readonly onWithdrawn: (client: Client) => void
  readonly onRegistryError: (error: unknown) => void
}

/** So many are looked up at a time, and publishes come in between: a lookup blocks their thread. */
const SLICE = 250

export class Rights {
  readonly #dependencies: RightsDependencies
  readonly #held = new Map<Client, Right>()
  #timer: NodeJS.Timeout | undefined
  #checking: Promise<void> | undefined

  constructor(dependencies: RightsDependencies) {
    this.#dependencies = dependencies
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#checking ??= this.#check()
        .catch(this.#dependencies.onRegistryError)
        .finally(() => {
          this.#checking = undefined
        })
    }, this.#dependencies.everyMs)
  }

  hold(client: Client, right: Right): void {
    this.#held.set(client, right)
  }

  letGo(client: Client): void {
    this.#held.delete(client)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#checking
  }

  async #check(): Promise<void> {
    const held = [...this.#held]
    for (let from = 0; from < held.length; from += SLICE) {
      const slice = held.slice(from, from + SLICE)
      const holds = await this.#whichHold(slice.map(([, right]) => right))
      for (const [client, right] of slice) {
        if (client.closed) this.#held.delete(client)
        else if (!holds(right)) this.#dependencies.onWithdrawn(client)
      }
    }
  }

  async #whichHold(rights: readonly Right[]): Promise<(right: Right) => boolean> {
    const { devices, tokens, clock } = this.#dependencies
    const deviceIds = rights.flatMap((right) => (right.kind === 'secret' ? right.deviceId : []))
    const tokenIds = rights.flatMap((right) => (right.kind === 'token' ? right.tokenId : []))
    const hashes = await devices.secretHashes(deviceIds)
    const valid = await tokens.valid(tokenIds, clock())
    return (right) =>
      right.kind === 'secret'
        ? hashes.get(right.deviceId) === right.secretHash
        : valid.has(right.tokenId)
  }
}
