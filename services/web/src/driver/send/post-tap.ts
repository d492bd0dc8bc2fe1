// One tap over the wire. Also runs in the service worker, where there is no page.
import type { Problem, Run } from '@bakwacht/api/contract'
import type { KeptRun, Refusal, Tap } from '../kept/kept.ts'
import { authority } from './authority.ts'
import { noLaterThan } from './no-later-than.ts'
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
      body: JSON.stringify({
        ...tap.word,
        at: noLaterThan(Date.now() + kept.aheadMs, tap.word.at),
      }),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    if (response.ok) return { kind: 'stored', run: (await response.json()) as Run }
    if (response.status >= 500 || LATER.has(response.status)) return { kind: 'unreached' }
    const refusal = await refusalOf(response)
    if (refusal === undefined) return { kind: 'unreached' }
    if (response.status === 401 || response.status === 403) return { kind: 'shut' }
    return { kind: 'refused', refusal }
  } catch {
    // No connection, or it broke off half-way: whether the tap has arrived is not known, and its key settles that.
    return { kind: 'unreached' }
  }
}

/** Undefined: the "no" is not the service's, but of a proxy or of a net that wants a password first. */
async function refusalOf(response: Response): Promise<Refusal | undefined> {
  const { code, detail = '' } = (await response.json().catch(() => ({}))) as Partial<Problem>
  return code && { status: response.status, code, detail }
}
