// The fleet is the one large answer, asked for again whenever something happens: while nothing has
// changed it is not sent, read or drawn again.
import type { Fleet } from '@bakwacht/api/contract'
import { answerTo, refusal } from './ask.ts'
import { withKnown } from './known-features.ts'

const etags = new WeakMap<Fleet, string>()

/** @param before the last answer, if there was one */
export async function askFleet(before: Fleet | undefined, signal: AbortSignal): Promise<Fleet> {
  const known = before && etags.get(before)
  const response = await answerTo('/containers.geojson', {
    signal,
    ...(known !== undefined && { headers: { 'if-none-match': known } }),
  })
  if (response.status === 304 && before !== undefined) return before
  if (!response.ok) throw await refusal(response)
  const fleet = withKnown(before, (await response.json()) as Fleet)
  etags.set(fleet, response.headers.get('etag') ?? '')
  return fleet
}
