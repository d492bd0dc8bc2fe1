// Reads from the registry all that a plan for one date is made from.
import { type Alert, DAY_MS, type Run } from '@bakwacht/domain'
import type { Snapshot } from '@bakwacht/planning'
import { type Page, type PageRequest, type Registry, readDensities } from '@bakwacht/registry'
import type { PlannerDependencies } from '../planner-dependencies.ts'

const PAGE = 500
/** A fire that was over longer ago, and asked nobody out since, is history. */
const FIRES_SINCE_MS = 14 * DAY_MS

export async function takeSnapshot(
  { registry, clock, timezone }: Pick<PlannerDependencies, 'registry' | 'clock' | 'timezone'>,
  date: string,
): Promise<Snapshot> {
  const now = clock()
  const [settings, calendar, depots, sites, vehicles, containers] = await Promise.all([
    registry.settings.current(),
    registry.calendar.get(),
    registry.depots.all(),
    registry.sites.all(),
    registry.vehicles.all(),
    registry.containers.all(),
  ])
  const [states, densities, requests, alerts, standing] = await Promise.all([
    registry.states.all(),
    readDensities(registry.learnt, settings),
    registry.requests.open(),
    fireAlerts(registry, now),
    standingRuns(registry, date),
  ])
  return {
    now,
    timezone,
    settings,
    calendar,
    depots: depots.filter(({ active }) => active),
    sites,
    vehicles,
    containers,
    states,
    densities,
    requests,
    alerts,
    standing,
  }
}

/** Open ones, and those of the last two weeks that are over; pages come newest first. */
async function fireAlerts({ alerts }: Registry, now: number): Promise<readonly Alert[]> {
  const isOld = ({ raisedAt }: Alert) => raisedAt < now - FIRES_SINCE_MS
  const over = await allPages((page) => alerts.page({ ...page, open: false }), isOld)
  return [...(await alerts.open()), ...over].filter(({ kind }) => kind === 'fire')
}

/** All approved and started runs, and those of the date that are done. */
async function standingRuns({ plans }: Registry, date: string): Promise<readonly Run[]> {
  return [
    ...(await allPages((page) => plans.runs({ ...page, status: ['approved', 'started'] }))),
    ...(await allPages((page) => plans.runs({ ...page, date, status: ['done'] }))),
  ]
}

/** Up to the first page with a row that is `enough`. */
async function allPages<Row>(
  read: (page: PageRequest) => Promise<Page<Row>>,
  enough: (row: Row) => boolean = () => false,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let page = await read({ limit: PAGE })
  rows.push(...page.items)
  while (page.nextCursor !== null && !page.items.some(enough)) {
    page = await read({ limit: PAGE, cursor: page.nextCursor })
    rows.push(...page.items)
  }
  return rows
}
