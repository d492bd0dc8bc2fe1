// The backend over HTTP: JSON in and out, problems as errors that say what was asked.

export interface ApiClient {
  /** @returns undefined where there is no such thing (404) */
  get(path: string): Promise<Answer | undefined>
  /** @throws ApiProblem for every answer but 2xx */
  post(path: string, body: object, idempotencyKey?: string): Promise<Answer>
}

export type Answer = Readonly<Record<string, unknown>>

export class ApiProblem extends Error {
  readonly code: string
  readonly status: number

  constructor(what: string, status: number, code: string, detail: string) {
    super(`${what}: ${status} ${code}${detail === '' ? '' : `: ${detail}`}`)
    this.status = status
    this.code = code
  }
}

/** @param baseUrl of the backend, with or without `/api/v1` */
export function apiClient(baseUrl: string, token: string | undefined): ApiClient {
  const root = `${baseUrl.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}/api/v1`
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` }

  async function ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Response> {
    try {
      return await fetch(root + path, {
        method,
        headers: { accept: 'application/json', ...authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      })
    } catch (cause) {
      throw new Error(`cannot reach ${root}${path}: ${reasonOf(cause)}`, { cause })
    }
  }

  return {
    async get(path) {
      const response = await ask('GET', path, {})
      if (response.status === 404) return undefined
      return answerOf(`GET ${path}`, response)
    },
    async post(path, body, idempotencyKey) {
      const headers: Record<string, string> = { 'content-type': 'application/json' }
      if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
      return answerOf(`POST ${path}`, await ask('POST', path, headers, JSON.stringify(body)))
    },
  }
}

async function answerOf(what: string, response: Response): Promise<Answer> {
  const text = await response.text()
  const answer = textAsAnswer(text)
  if (response.ok) return answer
  const { code, detail, title } = answer
  throw new ApiProblem(
    what,
    response.status,
    typeof code === 'string' ? code : 'error',
    typeof detail === 'string' ? detail : typeof title === 'string' ? title : text.slice(0, 200),
  )
}

function textAsAnswer(text: string): Answer {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Answer) : {}
  } catch {
    return {}
  }
}

/** fetch hides the reason in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message
}
