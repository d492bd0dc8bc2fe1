// `Idempotency-Key`: the same request again is answered as the first time, and done once.
import { createHash } from 'node:crypto'
import type { Registry } from '@bakwacht/registry'
import type { Clock } from '@bakwacht/runtime'
import type { FastifyRequest } from 'fastify'
import { asking } from '../auth/principal.ts'
import { Problem } from './problem.ts'

const KEY = /^[\x21-\x7e]{1,200}$/

interface Dependencies {
  readonly registry: Pick<Registry, 'idempotency'>
  readonly clock: Clock
}

interface Remembered {
  readonly fingerprint: string
  readonly answer: string
}

/** The header, checked. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && KEY.test(key)) return key
  throw new Problem('invalid_request', 'Idempotency-Key: wanted 1–200 visible ASCII characters')
}

/** @param work gives the answer, which is remembered @returns the answer, of now or of the first time */
export type DoOnce = (request: FastifyRequest, work: () => Promise<string>) => Promise<string>

/** Made once for the API: two requests with one key at the same time share one piece of work. */
export function createOnce({ registry, clock }: Dependencies): DoOnce {
  const running = new Map<string, Promise<string>>()

  return async (request, work) => {
    const given = idempotencyKey(request)
    if (given === undefined) return work()
    const key = `${request.routeOptions.url}:${asking(request).id}:${given}`
    const fingerprint = fingerprintOf(request)

    const ours = running.get(key)
    if (ours !== undefined) return answerOf(await ours, fingerprint)
    const first = remembered(key, fingerprint, work)
    running.set(key, first)
    try {
      return answerOf(await first, fingerprint)
    } finally {
      running.delete(key)
    }
  }

  async function remembered(key: string, fingerprint: string, work: () => Promise<string>) {
    return (await registry.idempotency.find(key)) ?? remember(key, fingerprint, work)
  }

  async function remember(key: string, fingerprint: string, work: () => Promise<string>) {
    const stored = JSON.stringify({ fingerprint, answer: await work() } satisfies Remembered)
    await registry.idempotency.remember(key, stored, clock())
    return stored
  }
}

function answerOf(stored: string, fingerprint: string): string {
  const remembered = JSON.parse(stored) as Remembered
  if (remembered.fingerprint !== fingerprint)
    throw new Problem('idempotency_key_reused', 'the key was used before with another body')
  return remembered.answer
}

const fingerprintOf = ({ url, body }: FastifyRequest) =>
  createHash('sha256')
    .update(`${url}\n${JSON.stringify(body)}`)
    .digest('base64url')
