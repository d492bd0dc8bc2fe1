// A Valhalla server somewhere else, asked over HTTP.
import { RoadsStopped, RoadsUnavailable } from '../../travel-times.ts'
import { ANSWER_WITHIN_MS, type Valhalla, ValhallaRefusal } from '../valhalla.ts'

/** @param url of the server, e.g. `http://valhalla:8002` */
export function valhallaOverHttp(url: string): Valhalla {
  const base = url.replace(/\/+$/, '')
  const stopping = new AbortController()
  return {
    async ask(action, request) {
      const response = await post(`${base}/${action}`, request, ANSWER_WITHIN_MS[action])
      const answer = await response.json().catch((cause: unknown) => {
        throw unavailable(`${response.status} without JSON`, cause)
      })
      if (response.ok) return answer
      if (response.status >= 500) throw unavailable(`status ${response.status}`)
      const { error } = answer as { readonly error?: unknown }
      throw new ValhallaRefusal(typeof error === 'string' ? error : `status ${response.status}`)
    },
    async stop() {
      stopping.abort()
    },
  }

  async function post(to: string, request: object, withinMs: number): Promise<Response> {
    try {
      return await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(withinMs)]),
      })
    } catch (cause) {
      if (stopping.signal.aborted) throw new RoadsStopped('Valhalla is asked no more', { cause })
      throw unavailable(whyOf(cause), cause)
    }
  }

  /** The address may hold a password, so only its host is told. */
  function unavailable(why: string, cause?: unknown): RoadsUnavailable {
    return new RoadsUnavailable(`Valhalla at ${new URL(base).host}: ${why}`, { cause })
  }
}

function whyOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error && cause.message !== '' ? cause.message : message
}
