// A Valhalla server somewhere else, asked over HTTP.
import { RoadsStopped, RoadsUnavailable } from '../../travel-times.ts'
import { ANSWER_WITHIN_MS, type Valhalla, ValhallaRefusal } from '../valhalla.ts'

/** @param url of the server, e.g. `http://valhalla:8002`; a user and password in it are sent as such */
export function valhallaOverHttp(url: string): Valhalla {
  const { address, headers } = withoutCredentials(url)
  const stopping = new AbortController()
  return {
    async ask(action, request) {
      const response = await post(`${address}/${action}`, request, ANSWER_WITHIN_MS[action])
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
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(request),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(withinMs)]),
      })
    } catch (cause) {
      if (stopping.signal.aborted) throw new RoadsStopped('Valhalla is asked no more', { cause })
      throw unavailable(whyOf(cause), cause)
    }
  }

  function unavailable(why: string, cause?: unknown): RoadsUnavailable {
    return new RoadsUnavailable(`Valhalla at ${address}: ${why}`, { cause })
  }
}

function whyOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error && cause.message !== '' ? cause.message : message
}

/** The address as it may be told, and the header that says who asks: `fetch` takes no address that does. */
export function withoutCredentials(url: string) {
  const { username, password, origin, pathname } = new URL(url)
  const address = `${origin}${pathname}`.replace(/\/+$/, '')
  if (username === '') return { address, headers: {} }
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { address, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } }
}
