// One HTTP request as a stranger would make it: the whole answer, whatever its status.
import type { Backend } from '../backend.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON, `undefined` where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is what the tests judge
  readonly body: any
}

export interface Asked {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string
}

/** @param path under `/api/v1` */
export async function ask(
  backend: Pick<Backend, 'http'>,
  method: string,
  path: string,
  { body, headers = {}, token }: Asked = {},
): Promise<Answer> {
  const answer = await fetch(`${backend.http}/api/v1${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] })
