// All that an explanation of one container is made from, read at once.
import {
  type Alert,
  type AtStake,
  atStake,
  type Container,
  type ContainerState,
  type InsideNow,
  insideNow,
  localDate,
  nextVisitAfterComingRun,
  type Reading,
} from '@bakwacht/domain'
import { type DecisionNow, decisionNow } from '@bakwacht/planning'
import { type PlanMention, readDensities } from '@bakwacht/registry'
import type { ApiContext } from '../context.ts'
import { newestReadings } from './newest-readings.ts'

export interface Facts {
  readonly container: Container
  readonly state: ContainerState | undefined
  readonly alerts: readonly Alert[]
  readonly inside: InsideNow | null
  readonly stake: AtStake | null
  /** The last few, the oldest first. */
  readonly readings: readonly Reading[]
  /** The next plan's word on it; `undefined`: no plan speaks of it. */
  readonly planned: PlanMention | undefined
  /** What a plan made now would decide. */
  readonly decision: DecisionNow | undefined
  readonly nextVisitAt: number
  readonly now: number
}

export async function factsOf(
  container: Container,
  state: ContainerState | undefined,
  { registry, telemetry, clock, config }: ApiContext,
): Promise<Facts> {
  const { id } = container
  const { timezone } = config
  const now = clock()
  const [settings, calendar, alerts, requests, allDepots, sites, vehicles, mentions, readings] =
    await Promise.all([
      registry.settings.current(),
      registry.calendar.get(),
      registry.alerts.open([id]),
      registry.requests.open([id]),
      registry.depots.all(),
      registry.sites.all(),
      registry.vehicles.all(),
      registry.plans.mentions(id, localDate(now, timezone)),
      newestReadings({ registry, telemetry }, id, state),
    ])
  const depots = allDepots.filter(({ active }) => active)
  const densities = await readDensities(registry.learnt, settings)
  const inside = insideNow(container, state, densities)
  const depotId = container.depotId ?? (depots.length === 1 ? (depots[0]?.id ?? null) : null)
  const nextVisitAt = nextVisitAfterComingRun(now, calendar, depotId, timezone)
  const snapshot = {
    ...{ now, timezone, settings, calendar, depots, sites, vehicles, densities, requests, alerts },
    containers: [container],
    states: state === undefined ? [] : [state],
    standing: mentions.flatMap((one) => (isPromised(one) ? [one.run] : [])),
  }
  return {
    ...{ container, state, alerts, inside, readings, nextVisitAt, now },
    stake: state ? atStake(state.damp, inside, nextVisitAt - now, settings) : null,
    planned: mentions.find(isToCome),
    decision: depots.length > 0 ? decisionNow(snapshot, id) : undefined,
  }
}

const isPromised = (mention: PlanMention): mention is PlanMention & { kind: 'visit' } =>
  mention.kind === 'visit' &&
  (mention.run.status === 'approved' || mention.run.status === 'started')

const isToCome = (mention: PlanMention): boolean =>
  mention.kind === 'left_out' || (mention.stop.result === null && mention.run.status !== 'done')
