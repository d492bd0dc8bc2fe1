// The whole chain as people go through it: plan, change, approve, hand over, drive without a net, and
// see what it did. The words are the pages' own, in each language.
import { describe, expect, test } from 'vitest'
import { ask } from '../system/interface/ask.ts'
import { DESKTOP, hasBrowser, PHONE, visit } from './browser.ts'
import { TODAY, type World } from './demo-world.ts'
import { fedWorld } from './fed-world.ts'
import { type DrivenStop, driveAll, seesAllSent } from './journey/driver.ts'
import { approve, changeStop, linkFor, makePlan, seesAllDriven, unfold } from './journey/planner.ts'
import { SAID } from './journey/said.ts'

const EMPTY_BELOW_PCT = 25
/** Whatever else the machine has to do. */
const PATIENCE_MS = 30_000

interface Stop extends DrivenStop {
  readonly id: string
  readonly seq: number
  readonly container_id: string | null
}
interface Run {
  readonly id: string
  readonly vehicle_id: string
  readonly stops: readonly Stop[]
}

describe.skipIf(!hasBrowser)('from the plan to empty bins', () => {
  test.each([
    { language: 'en', at: 'a desk', screen: DESKTOP },
    { language: 'nl', at: 'a phone', screen: PHONE },
    { language: 'fr', at: 'a desk', screen: DESKTOP },
    { language: 'de', at: 'a phone', screen: PHONE },
  ] as const)(
    'in $language, planned at $at',
    { timeout: 120_000 },
    async ({ language, screen }) => {
      const said = SAID[language]
      await using world = await fedWorld()
      await using desk = await visit(`${world.http}/`, { language, screen })
      const planner = desk.page
      planner.setDefaultTimeout(PATIENCE_MS)

      await makePlan(planner, said)
      const planned = await todaysRun(world)
      const vehicle = await vehicleOf(world, planned)
      await unfold(planner, said, vehicle)
      const { left, right, other } = toChange(planned)
      await changeStop(planner, said, {
        stop: other.name,
        choice: said.desk.stop.out,
        change: said.desk.change.drop(other.name),
      })
      await changeStop(planner, said, {
        stop: right.name,
        choice: said.desk.stop.earlier,
        change: said.desk.change.place(right.name, left.seq, vehicle),
      })
      const changed = await todaysRun(world)
      const ids = changed.stops.map(({ id }) => id)
      expect(ids.slice(left.seq - 1, right.seq)).toEqual([right.id, left.id])
      expect(ids).not.toContain(other.id)
      await approve(planner, said)

      const link = await linkFor(planner, said, vehicle)
      await using phone = await visit(link, { language, screen: PHONE })
      await phone.page.getByText(changed.stops[0]?.name ?? '').waitFor()
      await phone.context.setOffline(true)
      await driveAll(phone.page, said, changed.stops)
      expect(await outcomes(world)).toEqual(changed.stops.map(() => undefined))
      await phone.context.setOffline(false)
      await seesAllSent(phone.page, said)

      expect(await outcomes(world)).toEqual(
        changed.stops.map(({ kind }) => (kind === 'unload' ? 'unloaded' : 'emptied')),
      )
      await seesAllDriven(planner, said)
      const bins = changed.stops.flatMap(({ container_id }) => container_id ?? [])
      for (const bin of bins)
        await expect
          .poll(() => levelOf(world, bin), { timeout: 40_000 })
          .toBeLessThan(EMPTY_BELOW_PCT)
      await planner.goto(`${world.http}/containers/${bins[0]}`)
      await planner.getByRole('img', { name: said.marks.fine, exact: true }).first().waitFor()
      expect(desk.complaints).toEqual([])
      expect(
        phone.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED')),
      ).toEqual([])
    },
  )
})

/** The longest, where there are several. */
async function todaysRun({ backend }: World): Promise<Run> {
  const runs: readonly Run[] = (await ask(backend, 'GET', `/runs?date=${TODAY}`)).body.items
  const [longest] = runs.toSorted((a, b) => b.stops.length - a.stops.length)
  if (longest === undefined) throw new Error('no run was planned')
  return longest
}

/** Two bins that are visited one after the other, and the last one, to be taken out. */
function toChange({ stops }: Run): Readonly<Record<'left' | 'right' | 'other', Stop>> {
  const bins = stops.filter(({ kind }) => kind === 'container')
  const at = bins.findIndex(({ seq }, index) => bins[index + 1]?.seq === seq + 1)
  const [left, right, other] = [bins[at], bins[at + 1], bins.at(-1)]
  if (!left || !right || !other || other === right) throw new Error('too few bins in the run')
  return { left, right, other }
}

const vehicleOf = async ({ backend }: World, { vehicle_id }: Run): Promise<string> =>
  (await ask(backend, 'GET', `/vehicles/${vehicle_id}`)).body.name

const outcomes = async (world: World): Promise<readonly (string | undefined)[]> =>
  (await todaysRun(world)).stops.map(
    (stop) => (stop as { result?: { outcome: string } | null }).result?.outcome,
  )

/** As its sensor says; 100 while nothing of today has come. */
async function levelOf({ backend }: World, bin: string): Promise<number> {
  const { fill, last_emptied_at } = (await ask(backend, 'GET', `/containers/${bin}/state`)).body
  const isOfToday = fill.source === 'sensor' && Date.parse(fill.at) > Date.parse(last_emptied_at)
  return isOfToday ? fill.pct : 100
}
