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
  expect(await posted(problem(503, 'unavailable'))).toBe('unreached')
})

test.each([200, 401, 403, 404, 410, 413, 502])(
  'a page with status %i is not the service: the tap waits',
  async (status) => expect(await posted(page(status))).toBe('unreached'),
)

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
