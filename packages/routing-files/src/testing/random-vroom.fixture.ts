import fc from 'fast-check'

const PLACES = 8

const windowIn = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(most))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 200])

const matrix = fc
  .array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: PLACES, maxLength: PLACES })
  .map((points) =>
    points.map(([ax, ay]) => points.map(([bx, by]) => Math.abs(ax - bx) + Math.abs(ay - by))),
  )

const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const jobs = (kind: 'pickup' | 'delivery') =>
  fc.array(
    fc.record({
      location_index: fc.nat(PLACES - 1),
      service: fc.nat(60),
      [kind]: fc.tuple(fc.nat(5), fc.nat(5)),
      skills: fc.subarray([1, 2]),
      time_windows: sometimes(windowIn(3000).map((window) => [window])),
      prize: sometimes(fc.nat(1000)),
    }),
    { minLength: 1, maxLength: 7 },
  )

const vehicles = (unloads: boolean) =>
  fc.array(
    fc.record({
      start_index: fc.nat(PLACES - 1),
      end_index: fc.nat(PLACES - 1),
      capacity: fc.tuple(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 4, max: 12 })),
      skills: fc.subarray([1, 2, 3]),
      time_window: fc.tuple(fc.nat(300), fc.integer({ min: 2500, max: 4000 })),
      speed_factor: fc.constantFrom(0.8, 1, 1.25, 2),
      costs: fc.record({
        fixed: fc.nat(200),
        per_hour: fc.constantFrom(3600, 1800),
        per_km: fc.constantFrom(0, 500),
      }),
      max_travel_time: sometimes(fc.integer({ min: 500, max: 2000 })),
      max_tasks: unloads ? fc.constant(undefined) : sometimes(fc.integer({ min: 1, max: 4 })),
      breaks: fc.constantFrom<object[]>(
        [],
        [{ service: 60 }],
        [{ service: 100, time_windows: [[1000, 1500]] }],
        [
          {
            service: 30,
            time_windows: [
              [600, 800],
              [1000, 1900],
            ],
          },
          { service: 60, time_windows: [[700, 2000]] },
        ],
      ),
      unloads: unloads
        ? fc.array(fc.record({ location_index: fc.nat(PLACES - 1), service: fc.nat(30) }), {
            maxLength: 1,
          })
        : fc.constant([]),
    }),
    { minLength: 1, maxLength: 3 },
  )

const numbered = <Item extends object>(items: readonly Item[]) =>
  items.map((item, i) => ({ id: i + 1, ...item }))

/** VROOM input as text, all of it supported. */
export const randomVroom: fc.Arbitrary<string> = fc
  .constantFrom('pickup' as const, 'delivery' as const)
  .chain((kind) =>
    fc.record({ jobs: jobs(kind), vehicles: vehicles(kind === 'pickup'), durations: matrix }),
  )
  .map(({ jobs: tasks, vehicles: fleet, durations }) =>
    JSON.stringify({
      jobs: numbered(tasks),
      vehicles: numbered(fleet.map((one) => ({ ...one, breaks: numbered(one.breaks) }))),
      matrices: {
        car: {
          durations,
          distances: durations.map((row) => row.map((seconds) => seconds * 10)),
        },
      },
    }),
  )
