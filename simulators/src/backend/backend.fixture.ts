// A backend of the smallest kind: registers things by id, hands out secrets, takes results.
import { createServer, type IncomingMessage } from 'node:http'

export interface FakeBackend {
  readonly url: string
  /** `POST /path` and what came with it, in order. */
  readonly posts: {
    readonly path: string
    readonly key: string | undefined
    readonly body: Fields
  }[]
  readonly secrets: ReadonlyMap<string, string>
  /** What GET /runs answers. */
  runs: readonly Fields[]
  /** Answers these POSTs with this status instead. */
  refuse: ((path: string) => number | undefined) | undefined
  stop(): Promise<void>
}

type Fields = Readonly<Record<string, unknown>>

export const TOKEN = 'test-token'

export async function startBackend(): Promise<FakeBackend> {
  const things = new Map<string, Fields>()
  const secrets = new Map<string, string>()
  const posts: FakeBackend['posts'] = []
  let issued = 0

  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return answer(401, { code: 'unauthorised', detail: 'no valid token' })
    const path = (request.url ?? '').replace('/api/v1', '').replace(/\?.*/, '')
    if (request.method === 'GET') {
      if (path === '/runs') return answer(200, { items: backend.runs, next_cursor: null })
      const thing = things.get(path)
      return thing === undefined ? answer(404, { code: 'not_found' }) : answer(200, thing)
    }
    const body = await bodyOf(request)
    const refused = backend.refuse?.(path)
    if (refused !== undefined) return answer(refused, { code: 'refused', detail: 'as ordered' })
    posts.push({ path, key: request.headers['idempotency-key']?.toString(), body })
    const renewed = /^\/devices\/([^/]+)\/secret$/.exec(path)?.[1]
    const id = renewed ?? String(body.id)
    if (path.startsWith('/devices') && !path.endsWith('/assignments'))
      secrets.set(id, `secret-${++issued}`)
    if (renewed === undefined) things.set(`${path}/${id}`, body)
    return answer(201, { ...body, secret: secrets.get(id) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const backend: FakeBackend = {
    url: `http://127.0.0.1:${port}`,
    posts,
    secrets,
    runs: [],
    refuse: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return backend
}

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? {} : (JSON.parse(text) as Fields)
}
