// From straight line to road. A piecewise linear curve through the centres of the measured classes:
// continuous and increasing in both distance and time, so no pair gains by lying just past a border.

/**
 * Measured with a truck profile on 500 points of Leuven–Mechelen–Lier (OpenStreetMap, Valhalla):
 * road distance as a multiple of the straight line, and mean speed on that road, by straight line.
 */
const MEASURED = [
  { straightKm: 0.5, ratio: 2.1, kmh: 30 }, // below 1 km
  { straightKm: 1.5, ratio: 1.71, kmh: 33 }, // 1–2
  { straightKm: 3.5, ratio: 1.52, kmh: 35 }, // 2–5
  { straightKm: 7.5, ratio: 1.4, kmh: 37 }, // 5–10
  { straightKm: 15, ratio: 1.33, kmh: 40 }, // 10–20
  { straightKm: 30, ratio: 1.3, kmh: 42 }, // 20–40
  { straightKm: 50, ratio: 1.28, kmh: 45 }, // above 40; from here on ratio and speed stay
] as const

interface Anchor {
  readonly straightM: number
  readonly roadM: number
  readonly seconds: number
}

export interface RoadEstimate {
  readonly roadM: number
  readonly seconds: number
}

const anchors: readonly Anchor[] = [
  { straightM: 0, roadM: 0, seconds: 0 },
  ...MEASURED.map(({ straightKm, ratio, kmh }) => ({
    straightM: straightKm * 1000,
    roadM: straightKm * 1000 * ratio,
    seconds: ((straightKm * ratio) / kmh) * 3600,
  })),
]

/** Road metres and seconds for a straight line of so many metres (finite, ≥ 0). */
export function roadEstimate(straightM: number): RoadEstimate {
  const above = anchors.findIndex((anchor) => anchor.straightM >= straightM)
  const high = anchors[above]
  const low = anchors[above - 1]
  if (high === undefined) return beyondLast(straightM)
  if (low === undefined) return high
  const share = (straightM - low.straightM) / (high.straightM - low.straightM)
  return {
    roadM: low.roadM + share * (high.roadM - low.roadM),
    seconds: low.seconds + share * (high.seconds - low.seconds),
  }
}

function beyondLast(straightM: number): RoadEstimate {
  const last = anchors.at(-1) as Anchor
  const factor = straightM / last.straightM
  return { roadM: last.roadM * factor, seconds: last.seconds * factor }
}
