// Calls to a worker thread over a MessagePort: a request with an id, an answer with the same id.
import type { MessagePort, Worker } from 'node:worker_threads'
import { TelemetryUnavailable } from '../telemetry-store.ts'

// biome-ignore lint/suspicious/noExplicitAny: the one way to say "any function" as a bound
export type Calls = Record<string, (...args: any[]) => unknown>

export interface CallRequest {
  readonly id: number
  readonly call: string
  readonly args: readonly unknown[]
}

export type CallAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }

interface Pending {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

export class RemoteCalls<Api extends Calls> {
  readonly #port: MessagePort | Worker
  readonly #pending = new Map<number, Pending>()
  #nextId = 1
  #broken: string | undefined

  constructor(port: MessagePort | Worker) {
    this.#port = port
    port.on('message', (answer: CallAnswer) => this.#answer(answer))
    port.on('close', () => this.break('the storage thread has gone'))
  }

  /** @throws TelemetryUnavailable when the thread has gone or the call failed there */
  call<Name extends keyof Api & string>(
    name: Name,
    ...args: Parameters<Api[Name]>
  ): Promise<ReturnType<Api[Name]>> {
    return this.callGiving([], name, ...args)
  }

  /** The same, handing over the ports named in `transfer`. */
  callGiving<Name extends keyof Api & string>(
    transfer: readonly MessagePort[],
    name: Name,
    ...args: Parameters<Api[Name]>
  ): Promise<ReturnType<Api[Name]>> {
    if (this.#broken !== undefined) return Promise.reject(new TelemetryUnavailable(this.#broken))
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#port.postMessage({ id, call: name, args } satisfies CallRequest, [...transfer])
    })
  }

  /** Everything pending fails, and so does every later call. */
  break(reason: string): void {
    this.#broken ??= reason
    for (const { reject } of this.#pending.values()) reject(new TelemetryUnavailable(reason))
    this.#pending.clear()
  }

  #answer(answer: CallAnswer): void {
    const pending = this.#pending.get(answer.id)
    this.#pending.delete(answer.id)
    if ('error' in answer) pending?.reject(new TelemetryUnavailable(answer.error))
    else pending?.resolve(answer.value as never)
  }
}

/** Answers requests at the other end of the port, each at once. */
export function serveCalls(port: MessagePort, calls: Calls): void {
  port.on('message', (request: CallRequest) => port.postMessage(answerTo(request, calls)))
}

export function answerTo({ id, call, args }: CallRequest, calls: Calls): CallAnswer {
  try {
    return { id, value: calls[call]?.(...args) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
