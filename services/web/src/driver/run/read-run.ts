// What the service says of a run, asked by link or by who is signed in.
import type { Briefing, Run, Session } from '@bakwacht/api/contract'
import { Refused } from '../../api/ask.ts'
import { currentLanguage } from '../../language/language.ts'
import { sentencesHeldTogether } from '../../language/typography.ts'
import type { KeptRun } from '../kept/kept.ts'
import { authority } from '../send/authority.ts'

const ANSWER_MS = 20_000

/** @throws Refused when the service says no, DOMException or TypeError when it is not reached */
export async function read<Answer>(path: string, token: string | null): Promise<Answer> {
  const response = await fetch(`/api/v1${path}`, {
    ...authority(token, { 'accept-language': currentLanguage() }),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})))
  return sentencesHeldTogether((await response.json()) as Answer, currentLanguage())
}

export const readSession = (token: string | null) => read<Session>('/session', token)

/** Everything that is needed to drive it without a signal. */
export async function readRun(id: string, token: string | null): Promise<KeptRun> {
  const path = `/runs/${encodeURIComponent(id)}`
  const [session, run, briefing] = await Promise.all([
    readSession(token),
    read<Run>(path, token),
    read<Briefing>(`${path}/briefing`, token),
  ])
  return {
    id,
    token,
    run,
    vehicleName: briefing.vehicle_name,
    notes: Object.fromEntries(briefing.notes.map(({ stop_id, note }) => [stop_id, note])),
    timezone: session.timezone,
    language: currentLanguage(),
    aheadMs: Date.parse(session.now) - Date.now(),
    // A viewer may look, but none of the answers would be taken.
    access: session.acts_as.includes('driver') ? 'open' : 'refused',
  }
}

/**
 * The runs that a link, or who is signed in, may drive now.
 * @param token `null`: signed in by cookie
 * @param runId this one alone
 */
export async function openedBy(
  token: string | null,
  runId: string | null,
): Promise<readonly KeptRun[]> {
  if (runId !== null) return [await readRun(runId, token)]
  const session = await readSession(token)
  if (session.run_id !== null) return [await readRun(session.run_id, token)]
  const { items } = await read<{ items: readonly Run[] }>(`/runs?date=${today(session)}`, token)
  const own = items.filter(({ status }) => status === 'approved' || status === 'started')
  return Promise.all(own.map(({ id }) => readRun(id, token)))
}

const today = ({ now, timezone }: Session): string =>
  new Date(now).toLocaleDateString('sv-SE', { timeZone: timezone })
