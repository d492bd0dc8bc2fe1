// Who stands where, and what is true of each bin: drawn from the world's file under a seed. The register
// that comes out is all that an operator would have entered.
import {
  type Container,
  calendarDefaults,
  containerDefaults,
  DAY_MS,
  depotDefaults,
  settingsDefaults,
  siteDefaults,
  type Vehicle,
  vehicleDefaults,
} from '@bakwacht/domain'
import {
  anySensor,
  type BinProfile,
  between,
  type Contents,
  chance,
  depot,
  normal,
  ordinaryBin,
  type Random,
  randomFor,
  type SensorProfile,
  stands,
} from '@bakwacht/simulators/world'
import type { Register } from '../boundary/register.ts'
import type { GiversOfBin } from './households.ts'
import type { World } from './world-file.ts'

export interface TrueBin {
  readonly container: Container
  readonly givers: GiversOfBin
  readonly profile: BinProfile
  readonly initial: Contents
  /** `null`: it has no sensor. */
  readonly device: { readonly id: string; readonly sensor: SensorProfile } | null
}

export interface Fleet {
  readonly register: Register
  readonly bins: readonly TrueBin[]
}

export interface FleetWish {
  readonly containers: number
  readonly vehicles: number
  readonly seed: number
  /** UTC ms. */
  readonly startAt: number
}

export const TIMEZONE = 'Europe/Brussels'
const LOOSE_KG_PER_L = 0.13

export function fleetOf(world: World, wish: FleetWish): Fleet {
  const { seed, startAt } = wish
  const placed = stands(wish.containers, randomFor(seed, 'places'))
  const bins = placed.stands.map((stand, index): TrueBin => {
    const number = String(index + 1).padStart(4, '0')
    const random = randomFor(seed, index, 'bin')
    const bin = anyBin(world, random)
    const device = chance(random, world.sensors.without_sensor_share)
      ? null
      : { id: `device-${number}`, sensor: anySensor(seed, `device-${number}`) }
    const id = `bin-${number}`
    const filled = between(random, ...world.fleet.initial_fill)
    const litres = filled * bin.profile.capacityL
    return {
      container: {
        ...containerDefaults,
        id,
        name: stand.name,
        siteId: stand.siteId ?? null,
        location: stand.location,
        municipality: stand.municipality,
        depotId: depot.id,
        capacityL: bin.profile.capacityL,
        ...distances(device?.sensor, world, random),
        lastEmptiedAt: Math.round(startAt - (litres / bin.litresPerDay) * DAY_MS),
        createdAt: startAt - 400 * DAY_MS,
      },
      givers: { id, ...bin },
      profile: bin.profile,
      initial: { litres, kg: litres * LOOSE_KG_PER_L * bin.densityFactor },
      device,
    }
  })
  return { bins, register: registerOf(bins, placed.sites, world, wish) }
}

function anyBin({ fleet, gifts, damp }: World, random: Random) {
  const { median, sigma, least, most } = fleet.litres_per_day
  const capacityL = fleet.capacity_l[Math.floor(random() * fleet.capacity_l.length)] ?? 2500
  const litresPerDay = Math.max(least, Math.min(most, median * Math.exp(sigma * normal(random))))
  const leaks = chance(random, damp.leaking_share)
  const leakM2 = between(random, ...damp.leak_m2)
  const profile: BinProfile = {
    ...ordinaryBin,
    capacityL,
    // The households bring everything.
    litresPerDay: 0,
    burstsPerYear: 0,
    leakM2: leaks ? leakM2 : 0,
    sunShare: between(random, ...fleet.sun_share),
    airChangesPerH: between(random, ...fleet.air_changes_per_h),
  }
  const densityFactor = Math.exp(gifts.density_sigma * normal(random))
  return { profile, litresPerDay, densityFactor, wetBagShare: damp.wet_bag_share }
}

/** As somebody measured them. */
function distances(sensor: SensorProfile | undefined, { sensors }: World, random: Random) {
  if (sensor === undefined) return {}
  const measured = (mm: number) => Math.round(mm + sensors.calibration_error_mm * normal(random))
  return {
    emptyDistanceMm: measured(sensor.echo.emptyMm),
    fullDistanceMm: measured(sensor.echo.fullMm),
  }
}

function registerOf(
  bins: readonly TrueBin[],
  sites: readonly { readonly id: string; readonly name: string; readonly location: LonLat }[],
  world: World,
  { vehicles }: FleetWish,
): Register {
  return {
    timezone: TIMEZONE,
    settings: settingsDefaults,
    calendar: calendarDefaults,
    depot: { ...depotDefaults, ...depot },
    sites: sites.map((site) => ({ ...siteDefaults, ...site })),
    vehicles: Array.from({ length: vehicles }, (_, index) => vehicleOf(index, world)),
    containers: bins.map(({ container }) => container),
    devices: new Map(
      bins.flatMap(({ container, device }) =>
        device === null ? [] : [[container.id, device.id] as const],
      ),
    ),
  }
}

type LonLat = Container['location']

function vehicleOf(index: number, { fleet: { vehicles } }: World): Vehicle {
  const kind = vehicles[index % vehicles.length]
  if (kind === undefined) throw new Error('a world has vehicles')
  return {
    ...vehicleDefaults,
    id: `${kind.type}-${index + 1}`,
    name: `${kind.type} ${index + 1}`,
    depotId: depot.id,
    type: kind.type,
    payloadKg: kind.payload_kg,
    volumeL: kind.volume_l,
    cost: { fixed: kind.fixed, perKm: kind.per_km, perHour: kind.per_hour },
  }
}
