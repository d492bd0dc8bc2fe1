// One tap over the wire. Also runs in the service worker, where there is no page.
import type { Problem, Run } from '@bakwacht/api/contract'
import type { KeptRun, Refusal, Tap } from '../kept/kept.ts'
import { authority } from './authority.ts'
import type { Posted } from './send-waiting.ts'

/** Where the net is so bad that an answer takes longer, another try serves better. */
const ANSWER_MS = 20_000

/** What says "later", not "no". */
const LATER = new Set([408, 425, 429])

export async function postTap(kept: KeptRun, tap: Tap): Promise<Posted> {
  try {
    const path = `/api/v1/runs/${encodeURIComponent(tap.runId)}/stops/${encodeURIComponent(tap.stopId)}/result`
    const response = await fetch(path, {
      method: 'POST',
      ...authority(kept.token, {
        'content-type': 'application/json',
        'accept-language': kept.language,
        'idempotency-key': tap.key,
      }),
      body: JSON.stringify(tap.word),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const { status } = response
    if (response.ok) return { kind: 'stored', run: (await response.json()) as Run }
    if (LATER.has(status)) return { kind: 'unreached' }
    const said = await problemOf(response)
    if (status >= 500 || said === undefined) return { kind: 'fault', status }
    if (status === 401 || status === 403) return { kind: 'shut' }
    const refusal: Refusal = { status, code: said.code, detail: said.detail }
    if (said.code !== 'time_ahead' || said.now === undefined) return { kind: 'refused', refusal }
    return { kind: 'ahead', aheadMs: Date.parse(said.now) - Date.now(), refusal }
  } catch {
    // No connection, or it broke off half-way: whether the tap has arrived is not known, and its key settles that.
    return { kind: 'unreached' }
  }
}

/** Undefined: the answer is not the service's, but of a proxy or of a net that wants a password first. */
async function problemOf(response: Response): Promise<Problem | undefined> {
  const said = (await response.json().catch(() => ({}))) as Partial<Problem>
  return said.code === undefined ? undefined : ({ detail: '', ...said } as Problem)
}
