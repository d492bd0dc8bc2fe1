// Containers of one site become one job: the site's minutes once, then each container's.
import { type LonLat, MINUTE_MS, type Site } from '@bakwacht/domain'
import { beginWindows, type Span } from '../calendar/span.ts'
import { placeOf } from '../fleet/place-hours.ts'
import type { VehicleDay } from '../fleet/vehicle-day.ts'
import type { Wanted } from '../selection/decision.ts'

/** What is served in one visit. */
export interface Bundle {
  /** The containers' ids, joined by `+`. */
  readonly id: string
  readonly place: LonLat
  readonly wanted: readonly Wanted[]
  readonly siteMs: number
  readonly serviceMs: number
  readonly kg: number
  readonly l: number
  /** When the place is open, UTC ms. */
  readonly windows: readonly Span[]
  readonly vehicleTypes: readonly string[] | null
  /** Euro; `null`: it has to be made. */
  readonly prize: number | null
  /** The vehicle that a planner's lock keeps it on. */
  readonly heldBy: string | null
}

/** A visit with what its place allows. */
export interface Candidate {
  readonly wanted: Wanted
  readonly site: Site | undefined
  readonly windows: readonly Span[]
  readonly heldBy: string | null
}

/**
 * Merges what can be served in one visit: the same site, hours, vehicle types and lock. Optional
 * containers ride along where a mandatory one is served anyway, as far as one vehicle holds them.
 */
export function bundleUp(
  candidates: readonly Candidate[],
  vehicleDays: readonly VehicleDay[],
): readonly Bundle[] {
  const visits = Map.groupBy(candidates, visitKey)
  return [...visits.values()].flatMap((together) => {
    const mustFirst = together.toSorted((a, b) => order(a) - order(b))
    return split(mustFirst, vehicleDays).map(bundleOf)
  })
}

const order = ({ wanted }: Candidate): number => (wanted.prize === null ? 0 : 1)

const visitKey = ({ wanted, site, windows, heldBy }: Candidate): string =>
  site === undefined
    ? `container ${wanted.container.id}`
    : JSON.stringify([site.id, windows, wanted.container.vehicleTypes, heldBy])

/** Each part fits its hours and some vehicle that may serve it (a container too large for any stands alone). */
function split(
  together: readonly Candidate[],
  vehicleDays: readonly VehicleDay[],
): readonly (readonly Candidate[])[] {
  const parts: Candidate[][] = []
  for (const candidate of together) {
    const part = parts.find((others) => fits([...others, candidate], vehicleDays))
    if (part !== undefined) part.push(candidate)
    else parts.push([candidate])
  }
  return parts
}

function fits(part: readonly Candidate[], vehicleDays: readonly VehicleDay[]): boolean {
  const types = part[0]?.wanted.container.vehicleTypes ?? null
  const { kg, l, serviceMs, windows } = bundleOf(part)
  if (beginWindows(windows, serviceMs).length === 0) return false
  return vehicleDays.some(
    ({ vehicle }) =>
      (types === null || types.includes(vehicle.type)) &&
      kg <= vehicle.payloadKg &&
      l <= vehicle.volumeL,
  )
}

function bundleOf(part: readonly Candidate[]): Bundle {
  const [first] = part
  if (first === undefined) throw new Error('a bundle has at least one container')
  const wanted = part.map((candidate) => candidate.wanted)
  const siteMs = (first.site?.siteMin ?? 0) * MINUTE_MS
  return {
    id: wanted.map(({ container }) => container.id).join('+'),
    place: placeOf(first.wanted.container, first.site),
    wanted,
    siteMs,
    serviceMs: siteMs + sum(wanted, ({ container }) => container.serviceMin) * MINUTE_MS,
    kg: sum(wanted, ({ expected }) => expected.kg),
    l: sum(wanted, ({ expected }) => expected.l),
    windows: first.windows,
    vehicleTypes: first.wanted.container.vehicleTypes,
    prize: wanted.some(({ prize }) => prize === null)
      ? null
      : sum(wanted, ({ prize }) => prize ?? 0),
    heldBy: first.heldBy,
  }
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0)
