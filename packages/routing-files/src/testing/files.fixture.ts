// Small files of each kind that are read, made up here.
import type { Estimate } from '../vroom/read-vroom.ts'

const square = `NODE_COORD_SECTION
1 0 0
2 0 10
3 10 10
4 10 0
DEMAND_SECTION
1 0
2 4
3 4
4 4
DEPOT_SECTION
 1
 -1
EOF
`

export const CVRP = `NAME : square
COMMENT : "three stops"
TYPE : CVRP
DIMENSION : 4
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 8
${square}`

export const EXPLICIT = `NAME : lower
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EXPLICIT
EDGE_WEIGHT_FORMAT : LOWER_ROW
CAPACITY : 9
EDGE_WEIGHT_SECTION
5
7 3
DEMAND_SECTION
1 0
2 4
3 4
DEPOT_SECTION
1
EOF
`

export const HFVRP = `NAME : mixed
TYPE : HFVRP
DIMENSION : 4
VEHICLES : 2
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY_SECTION
1 4
2 12
VEHICLES_FIXED_COST_SECTION
1 100
2 5000
VEHICLES_UNIT_DISTANCE_COST_SECTION
1 100
2 250
${square}`

export const PCVRPTW = `NAME : prizes
TYPE : PCVRPTW
DIMENSION : 4
VEHICLES : 1
CAPACITY : 100
SERVICE_TIME : 5
EDGE_WEIGHT_TYPE : EUC_2D
TIME_WINDOW_SECTION
1 0 1000
2 0 100
3 0 100
4 0 100
PRIZE_SECTION
1 0
2 1
3 0
4 50
${square}`

export const MTVRPTWR = `NAME : trips
TYPE : MTVRPTWR
DIMENSION : 4
VEHICLES : 1
CAPACITY : 8
SERVICE_TIME : 5
EDGE_WEIGHT_TYPE : EUC_2D
TIME_WINDOW_SECTION
1 0 1000
2 0 500
3 0 500
4 0 500
RELEASE_TIME_SECTION
1 0
2 0
3 0
4 80
VEHICLES_RELOAD_DEPOT_SECTION
1 1
${square}`

export const SOLOMON = `T101

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0          0          0          0       100          0
    1      3          4          6          0        50         10
    2      1          1          6         20        60         10
`

const durations = [
  [0, 100, 200, 300],
  [100, 0, 120, 250],
  [200, 120, 0, 90],
  [300, 250, 90, 0],
]

/** Three pick-ups of 2, 3 and 4 for one vehicle with room for 5 that can unload at place 3. */
export const VROOM = JSON.stringify({
  jobs: [
    { id: 11, location_index: 1, service: 10, pickup: [2], time_windows: [[0, 1000]] },
    { id: 12, location_index: 2, service: 10, pickup: [3], prize: 10_000 },
    { id: 13, location_index: 3, service: 10, pickup: [4], skills: [7] },
  ],
  vehicles: [
    {
      id: 1,
      start_index: 0,
      end_index: 0,
      capacity: [5],
      skills: [7],
      time_window: [0, 5000],
      breaks: [{ id: 1, service: 60, time_windows: [[200, 400]] }],
      unloads: [{ location_index: 3, service: 20 }],
    },
  ],
  matrices: { car: { durations } },
})

export const FILES: readonly (readonly [name: string, text: string])[] = [
  ['square.vrp', CVRP],
  ['lower.vrp', EXPLICIT],
  ['mixed.vrp', HFVRP],
  ['prizes.vrp', PCVRPTW],
  ['trips.vrp', MTVRPTWR],
  ['t101.txt', SOLOMON],
  ['vroom.json', VROOM],
]

/** One second and ten metres for each degree, so that it can be computed in the head. */
export const inDegrees: Estimate = async (points) => {
  const degrees = points.flatMap(([ax, ay]) =>
    points.map(([bx, by]) => Math.abs(ax - bx) + Math.abs(ay - by)),
  )
  return {
    size: points.length,
    durations: Float64Array.from(degrees),
    distances: Float64Array.from(degrees, (value) => value * 10),
  }
}
