// Which plan the schedule asks for, if any.
import { MINUTE_MS } from '@bakwacht/domain'
import { planDateAt, type Snapshot, shiftHours } from '@bakwacht/planning'
import type { PlannerDependencies } from '../planner-dependencies.ts'

/**
 * The date to plan for a due time: the date that a plan made then is for (`planDateAt`: today while a
 * shift has yet to begin, else the next day on which runs leave), if its shifts are not over by now.
 * A plan with approved runs is left alone; one that was missed (`missed`) is made only where there is none.
 */
export async function scheduledDate(
  dueAt: number,
  missed: boolean,
  { registry, clock, timezone }: PlannerDependencies,
): Promise<string | undefined> {
  const fleet = await fleetOf({ registry, timezone }, dueAt)
  const { vehicles, containers, settings } = fleet
  if (!containers.some(({ active }) => active) || !vehicles.some(({ active }) => active))
    return undefined
  const date = planDateAt(fleet)
  const [, shiftsEnd] = shiftHours(date, vehicles, timezone)
  if (shiftsEnd <= clock() + settings.plan.leadMin * MINUTE_MS) return undefined

  const status = (await registry.plans.findFor(date, null))?.plan.status
  if (status === undefined || status === 'failed' || status === 'planning') return date
  return missed || status !== 'draft' ? undefined : date
}

async function fleetOf(
  { registry, timezone }: Pick<PlannerDependencies, 'registry' | 'timezone'>,
  now: number,
): Promise<
  Pick<
    Snapshot,
    'now' | 'timezone' | 'settings' | 'calendar' | 'depots' | 'vehicles' | 'containers'
  >
> {
  const [settings, calendar, depots, vehicles, containers] = await Promise.all([
    registry.settings.current(),
    registry.calendar.get(),
    registry.depots.all(),
    registry.vehicles.all(),
    registry.containers.all(),
  ])
  const inUse = depots.filter(({ active }) => active)
  return { now, timezone, settings, calendar, depots: inUse, vehicles, containers }
}
