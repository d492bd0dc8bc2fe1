import type { Backend } from './backend.ts'

/** One JSON call to the API. @throws Error with the problem when the answer is none that was wanted */
export async function call<Answer>(
  backend: Pick<Backend, 'http'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await fetch(`${backend.http}/api/v1${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

/** Waits until `holds` says so. @throws Error when it does not in time */
export async function until(
  holds: () => Promise<boolean>,
  what: string,
  withinMs = 60_000,
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until the thresholds have seen every reading. */
export const settled = (backend: Pick<Backend, 'http'>, withinMs?: number): Promise<void> =>
  until(
    async () => {
      const answer = await fetch(`${backend.http}/readyz`)
      const { pending_devices } = (await answer.json()) as { pending_devices: number }
      return answer.ok && pending_devices === 0
    },
    'all readings judged',
    withinMs,
  )
