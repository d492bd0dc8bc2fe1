import { afterEach, expect, test, vi } from 'vitest'
import { kept, run, tap } from '../kept/kept.fixture.ts'
import { postTap } from './post-tap.ts'

afterEach(() => vi.unstubAllGlobals())

async function posted(answer: Response): Promise<string> {
  vi.stubGlobal('fetch', async () => answer)
  return (await postTap(kept(), { ...tap('a'), order: 1, refusal: null })).kind
}
const problem = (status: number, code: string) => Response.json({ code, detail: '' }, { status })
const page = (status: number) => new Response('<h1>Welcome to our Wi-Fi</h1>', { status })

test('what the service says of a tap is heeded', async () => {
  expect(await posted(Response.json(run(), { status: 201 }))).toBe('stored')
  expect(await posted(problem(401, 'invalid_token'))).toBe('shut')
  expect(await posted(problem(403, 'forbidden'))).toBe('shut')
  expect(await posted(problem(404, 'not_found'))).toBe('refused')
  expect(await posted(problem(422, 'invalid_body'))).toBe('refused')
  expect(await posted(problem(429, 'invalid_request'))).toBe('unreached')
  expect(await posted(problem(500, 'internal'))).toBe('fault')
  expect(await posted(problem(503, 'unavailable'))).toBe('fault')
})

test.each([401, 403, 404, 410, 413, 502])(
  'a page with status %i is not the service: the tap waits',
  async (status) => expect(await posted(page(status))).toBe('fault'),
)

test('nor is a page that says that all is well', async () => {
  expect(await posted(page(200))).toBe('unreached')
})

test('by the service’s time it is known how wrong the phone’s is', async () => {
  const now = new Date(Date.now() - 3_600_000).toISOString()
  const answer = Response.json({ code: 'time_ahead', detail: '', now }, { status: 422 })
  vi.stubGlobal('fetch', async () => answer)
  const said = await postTap(kept(), { ...tap('a'), order: 1, refusal: null })
  expect(said.kind === 'ahead' && Math.round(said.aheadMs / 60_000)).toBe(-60)
})

test('every try of a tap has the key that was made with it', async () => {
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', async (_path: string, { headers }: RequestInit) => {
    keys.push(new Headers(headers).get('idempotency-key'))
    throw new TypeError('Failed to fetch')
  })
  const waiting = { ...tap('a'), order: 1, refusal: null }
  await postTap(kept(), waiting)
  await postTap(kept(), waiting)
  expect(keys).toEqual([waiting.key, waiting.key])
})
