// Turns a scenario into a fleet: who gives how much from when on, so that the end is as told.

import { ordinaryBin } from '../world/bin-profile.ts'
import { usualInflow } from '../world/gifts.ts'
import { between, pick, type Random, randomFor } from '../world/random.ts'
import { DAY_MS, HOUR_MS } from '../world/time.ts'
import { anyDevice, containerId, type FleetWish, inWorkingHours } from './any-fleet.ts'
import type { ContainerPlan, DevicePlan, FleetPlan } from './fleet-plan.ts'
import { depot, vehicles } from './region.ts'
import type { BagStory, BinStory, NumberOrRange, Scenario } from './scenario.ts'
import { type Stand, stands } from './stand.ts'

const LOOSE_KG_PER_L = 0.125
/** What settles while it is collected has to be brought on top. */
const SETTLING_ALLOWANCE = 1.08
const LOW_CHARGE = 0.05

export function toldFleet(scenario: Scenario, wish: Omit<FleetWish, 'emptyEveryDays'>): FleetPlan {
  const { seed, containers, endAt } = wish
  const { stands: places, sites } = stands(containers, randomFor(seed, 'places'))
  const storyOf = castStories(scenario, containers, randomFor(seed, 'cast'))
  return {
    depot,
    vehicles,
    sites,
    rain: scenario.rain.map(({ hours_before_end, hours, mm_per_h }) => {
      const from = endAt - hours_before_end * HOUR_MS
      return { from, to: from + hours * HOUR_MS, mmPerH: mm_per_h }
    }),
    containers: places.map((stand, index) => toldContainer(stand, index, storyOf(index), wish)),
  }
}

/** Which bin tells which story: spread over the region by chance. */
function castStories(
  scenario: Scenario,
  containers: number,
  random: Random,
): (index: number) => BinStory {
  const indices = Array.from({ length: containers }, (_, index) => index)
  for (let last = indices.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [a = 0, b = 0] = [indices[last], indices[other]]
    indices[last] = b
    indices[other] = a
  }
  const parts = scenario.stories.flatMap((story) => Array<BinStory>(story.count ?? 1).fill(story))
  const cast = new Map(parts.map((story, at) => [indices[at], story]))
  return (index) => cast.get(index) ?? scenario.others
}

function toldContainer(
  stand: Stand,
  index: number,
  story: BinStory,
  { seed, startAt, endAt }: Omit<FleetWish, 'emptyEveryDays'>,
): ContainerPlan {
  const random = randomFor(seed, index, 'story')
  const capacityL = pick(random, [2_000, 2_500, 3_000])
  const daysAgo = drawn(story.emptied_days_ago, random)
  const emptiedAt = inWorkingHours(endAt - daysAgo * DAY_MS, random)
  const sinceDays = Math.max(0.5, (endAt - emptiedAt) / DAY_MS)
  const litresPerDay =
    ((drawn(story.fill_pct, random) / 100) * capacityL * SETTLING_ALLOWANCE) / sinceDays
  const inThePast = emptiedAt > startAt
  const initialL = inThePast
    ? Math.max(0, 0.75 * capacityL - (litresPerDay * (emptiedAt - startAt)) / DAY_MS)
    : Math.min(capacityL, (litresPerDay * (startAt - emptiedAt)) / DAY_MS)
  return {
    ...stand,
    id: containerId(index),
    ...(story.access === undefined ? {} : { access: [story.access] }),
    ...(inThePast && !story.no_sensor ? {} : { lastEmptiedAt: emptiedAt }),
    bin: {
      ...ordinaryBin,
      capacityL,
      litresPerDay: litresPerDay / usualInflow(endAt),
      leakM2: story.leak_m2 ?? 0,
      sunShare: between(random, 0.2, 1),
      wetBagShare: 0,
      burstsPerYear: 0,
    },
    initial: { litres: initialL, kg: initialL * LOOSE_KG_PER_L },
    emptyings: inThePast ? [emptiedAt] : [],
    gifts: (story.bags ?? []).flatMap((bags) => toldBags(bags, endAt)),
    ...(story.no_sensor ? {} : { device: toldDevice(story, index, seed, startAt, endAt) }),
  }
}

function toldBags({ hours_before_end, count, wet }: BagStory, endAt: number) {
  const at = endAt - hours_before_end * HOUR_MS
  const gift = { litres: 32, kg: 4, waterKg: wet ? 3 : 0 }
  return Array.from({ length: count }, () => ({ at, gift }))
}

function toldDevice(
  story: BinStory,
  index: number,
  seed: number,
  startAt: number,
  endAt: number,
): DevicePlan {
  const device = anyDevice(seed, index, startAt, endAt)
  return {
    ...device,
    sensor: story.low_battery ? { ...device.sensor, charge: LOW_CHARGE } : device.sensor,
    ...(story.silent_days === undefined ? {} : { silentFrom: endAt - story.silent_days * DAY_MS }),
    ...(story.no_echo_days === undefined
      ? {}
      : { noEchoFrom: endAt - story.no_echo_days * DAY_MS }),
  }
}

const drawn = (value: NumberOrRange, random: Random): number =>
  typeof value === 'number' ? value : between(random, value[0], value[1])
