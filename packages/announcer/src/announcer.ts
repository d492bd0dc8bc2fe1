// What the backend says on MQTT: the event log from a durable cursor on, at least once and in its
// order; and what is retained, again after every start and reconnect.
import { setTimeout as sleep } from 'node:timers/promises'
import { isId } from '@bakwacht/firmware-contracts'
import type { Events, LoggedEvent } from '@bakwacht/registry'
import { isTold, type Message, type ToldEvent, toldMessage } from './message.ts'
import { configOf, type RetainedSource, retainedMessages, vehicleRunOf } from './retained.ts'

export type Publish = (
  topic: string,
  payload: string,
  options: { readonly qos: 1; readonly retain: boolean },
) => Promise<void>

export interface AnnouncerDependencies {
  readonly registry: RetainedSource & {
    readonly events: Pick<Events, 'after' | 'cursor' | 'setCursor'>
  }
  /** Resolves once the broker has it. */
  readonly publish: Publish
  /** How often the event log is looked at. */
  readonly everyMs?: number
  readonly log: { warn(details: object, message: string): void }
}

const CURSOR = 'mqtt'
const BATCH = 200
const EVERY_MS = 500
const HEARD_WITHIN_MS = 1000

export class Announcer {
  readonly #registry: AnnouncerDependencies['registry']
  readonly #publish: Publish
  readonly #everyMs: number
  readonly #log: AnnouncerDependencies['log']
  #running: Promise<void> | undefined
  #stopped = false
  #sayRetained = true
  #wake: () => void = () => {}

  constructor({ registry, publish, everyMs = EVERY_MS, log }: AnnouncerDependencies) {
    this.#registry = registry
    this.#publish = publish
    this.#everyMs = everyMs
    this.#log = log
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** The broker may have lost what it retained: say it again. */
  sayAgain(): void {
    this.#sayRetained = true
    this.#wake()
  }

  /** Ends after the message under way, or a second later: a broker that is away acknowledges nothing. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await Promise.race([this.#running, sleep(HEARD_WITHIN_MS, undefined, { ref: false })])
  }

  /** One loop, so that two words on one topic never overtake each other. */
  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        if (this.#sayRetained) await this.#announceRetained()
        if ((await this.#announceEvents()) || this.#sayRetained) continue
      } catch (err) {
        this.#log.warn({ err }, 'could not announce on MQTT, trying again')
      }
      await this.#sleep()
    }
  }

  async #announceRetained(): Promise<void> {
    this.#sayRetained = false
    try {
      for (const message of await retainedMessages(this.#registry)) await this.#say(message)
    } catch (error) {
      this.#sayRetained = true
      throw error
    }
  }

  /** @returns true if there may be more */
  async #announceEvents(): Promise<boolean> {
    const { events } = this.#registry
    const batch = await events.after(await events.cursor(CURSOR), BATCH)
    // What no topic can hold is left out.
    for (const event of batch)
      if (isId(event.subject)) {
        const message = await this.#messageOf(event)
        if (message !== undefined) await this.#say(message)
      }
    const last = batch.at(-1)
    if (last !== undefined && !this.#stopped) await events.setCursor(CURSOR, last.id)
    return batch.length === BATCH
  }

  async #messageOf(event: LoggedEvent): Promise<Message | undefined> {
    if (isTold(event)) return this.#tellable(event)
    return event.kind === 'device_config'
      ? configOf(this.#registry, event.subject)
      : vehicleRunOf(this.#registry, event.subject)
  }

  /** Undefined for one that cannot be told, of an older version perhaps: all after it would wait for ever. */
  #tellable(event: ToldEvent): Message | undefined {
    try {
      return toldMessage(event)
    } catch (err) {
      this.#log.warn({ err, eventId: event.id, kind: event.kind }, 'an event cannot be announced')
      return undefined
    }
  }

  async #say({ topic, payload, retain }: Message): Promise<void> {
    if (!this.#stopped) await this.#publish(topic, payload, { qos: 1, retain })
  }

  #sleep(): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#everyMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
