// VROOM's input as its API documents it, and the two keys that are ours: jobs[].prize, vehicles[].unloads.
// A message is what was wanted; what was got is put before it.
import { z } from 'zod'

const WHOLE = 'a whole number ≥ 0'
const NOT_NEGATIVE = 'a number ≥ 0'
const whole = z.int({ error: WHOLE }).nonnegative({ error: WHOLE })
const notNegative = z.number({ error: NOT_NEGATIVE }).nonnegative({ error: NOT_NEGATIVE })
const text = z.string({ error: 'a string' })
const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'an array' })
const amounts = list(notNegative)
const unsupported = (why: string) => z.undefined({ error: `no such key: ${why}` }).optional()
const nothingIn = (why: string) =>
  list(z.unknown())
    .max(0, { error: `none: ${why}` })
    .optional()

const EARTH = '[longitude, latitude] in degrees'
const location = z.tuple(
  [
    z.number({ error: EARTH }).min(-180, { error: EARTH }).max(180, { error: EARTH }),
    z.number({ error: EARTH }).min(-90, { error: EARTH }).max(90, { error: EARTH }),
  ],
  { error: EARTH },
)

const WINDOW = '[start, end] in seconds, the end no earlier'
const timeWindow = z
  .tuple([notNegative, notNegative], { error: WINDOW })
  .refine(([from, to]) => from <= to, { error: WINDOW })
const timeWindows = list(timeWindow)
  .min(1, { error: 'at least one time window, or no key' })
  .refine((windows) => windows.every(([from], i) => i === 0 || from > (windows[i - 1]?.[1] ?? 0)), {
    error: 'time windows in order, disjoint',
  })

const place = { location: location.optional(), location_index: whole.optional() }

const job = z.object(
  {
    id: whole,
    description: text.optional(),
    ...place,
    setup: notNegative.default(0),
    service: notNegative.default(0),
    delivery: amounts.optional(),
    pickup: amounts.optional(),
    skills: list(whole).default([]),
    priority: whole.max(100, { error: 'a priority of 0 … 100' }).default(0),
    time_windows: timeWindows.optional(),
    prize: notNegative.optional(),
    amount: unsupported('say delivery or pickup'),
    setup_per_type: unsupported('not supported, setup alone is'),
    service_per_type: unsupported('not supported, service alone is'),
  },
  { error: 'an object' },
)

const pause = z.object(
  {
    id: whole,
    description: text.optional(),
    service: notNegative.default(0),
    time_windows: timeWindows.optional(),
    max_load: unsupported('not supported'),
  },
  { error: 'an object' },
)

const unloadPlace = z.object(
  {
    ...place,
    description: text.optional(),
    service: notNegative.default(0),
    time_windows: timeWindows.optional(),
  },
  { error: 'an object' },
)

const SPEED = 'a number above 0, at most 5'
const vehicle = z.object(
  {
    id: whole,
    description: text.optional(),
    profile: text.default('car'),
    start: location.optional(),
    start_index: whole.optional(),
    end: location.optional(),
    end_index: whole.optional(),
    capacity: amounts.optional(),
    costs: z
      .object(
        {
          fixed: notNegative.default(0),
          per_hour: notNegative.default(3600),
          per_km: notNegative.default(0),
          per_task_hour: z.literal(0, { error: '0: no other is supported' }).optional(),
        },
        { error: 'an object' },
      )
      .default({ fixed: 0, per_hour: 3600, per_km: 0 }),
    skills: list(whole).default([]),
    time_window: timeWindow.optional(),
    breaks: list(pause).default([]),
    speed_factor: z
      .number({ error: SPEED })
      .positive({ error: SPEED })
      .max(5, { error: SPEED })
      .default(1),
    max_tasks: whole.optional(),
    max_travel_time: notNegative.optional(),
    unloads: list(unloadPlace).default([]),
    max_distance: unsupported('not supported, max_travel_time is'),
    steps: nothingIn('vehicle steps are not supported'),
  },
  { error: 'an object' },
)

/** Rows and numbers are checked where they are read: there may be millions. */
const matrix = list(list(z.unknown())).min(1, { error: 'at least one row' })
const matrices = z.record(
  z.string(),
  z.object(
    { durations: matrix, distances: matrix.optional(), costs: matrix.optional() },
    { error: 'an object with durations' },
  ),
  { error: 'an object of profiles' },
)

export const vroomInput = z.object(
  {
    jobs: list(job).default([]),
    vehicles: list(vehicle),
    shipments: nothingIn('shipments are not supported, jobs with pickup or delivery are'),
    matrices: matrices.optional(),
    matrix: unsupported('say matrices.car.durations'),
  },
  { error: 'a JSON object' },
)

export type VroomInput = z.infer<typeof vroomInput>
export type VroomJob = VroomInput['jobs'][number]
export type VroomVehicle = VroomInput['vehicles'][number]
export type VroomBreak = VroomVehicle['breaks'][number]
/** Where something is: coordinates, an index into the matrices, or both. */
export interface VroomPlace {
  readonly location?: readonly [lon: number, lat: number] | undefined
  readonly location_index?: number | undefined
}
