import { expect, test } from 'vitest'
import { readRoutingFile } from '../routing-file.ts'
import { inDegrees, VROOM } from '../testing/files.fixture.ts'

const sound = JSON.parse(VROOM)
const [job] = sound.jobs
const [vehicle] = sound.vehicles
const withJob = (more: object) => ({ ...sound, jobs: [{ ...job, ...more }] })
const withVehicle = (more: object) => ({ ...sound, vehicles: [{ ...vehicle, ...more }] })
const withRow = (row: unknown) => ({
  ...sound,
  matrices: { car: { durations: [[0, 1, 1, 1], row, [1, 1, 0, 1], [1, 1, 1, 0]] } },
})

const bad: [what: string, input: unknown, message: string][] = [
  ['no object', [], 'v.json, the whole: got [], wanted a JSON object'],
  ['no vehicles', { jobs: [] }, 'vehicles: got nothing, wanted an array'],
  [
    'a service of words',
    withJob({ service: 'long' }),
    'jobs[0].service: got "long", wanted a number ≥ 0',
  ],
  ['no id', withJob({ id: undefined }), 'jobs[0].id: got nothing, wanted a whole number ≥ 0'],
  [
    'an id twice',
    { ...sound, jobs: [job, job] },
    'jobs[1].id: got 11, wanted an id that no other has',
  ],
  [
    'a place beyond the matrix',
    withJob({ location_index: 4 }),
    'jobs[0].location_index: got 4, wanted an index into the matrices, below 4',
  ],
  ['no place', withJob({ location_index: undefined }), 'jobs[0].location_index: got nothing'],
  [
    'no coordinates without matrices',
    { ...sound, matrices: undefined },
    'jobs[0].location: got nothing, wanted coordinates',
  ],
  [
    'coordinates off the Earth',
    withJob({ location: [4, 91] }),
    'jobs[0].location[1]: got 91, wanted [longitude, latitude] in degrees',
  ],
  [
    'a window that closes first',
    withJob({ time_windows: [[9, 3]] }),
    'jobs[0].time_windows[0]: got [9,3], wanted [start, end]',
  ],
  [
    'windows out of order',
    withJob({
      time_windows: [
        [5, 9],
        [1, 2],
      ],
    }),
    'jobs[0].time_windows: got [[5,9],[1,2]], wanted time windows in order',
  ],
  [
    'amounts of other lengths',
    withJob({ pickup: [1, 2] }),
    'jobs[0].pickup: got [1,2], wanted 1 amounts',
  ],
  [
    'bringing and fetching',
    { ...withJob({ delivery: [1], pickup: [1] }), vehicles: [{ ...vehicle, unloads: [] }] },
    'jobs[0].delivery[0]: got 1, wanted 0, as other jobs have a pickup there',
  ],
  [
    'bringing beside unloads',
    withJob({ delivery: [1], pickup: undefined }),
    'jobs[0].delivery[0]: got 1, wanted 0, as there are unloads',
  ],
  [
    'a priority for a prize',
    withJob({ priority: 1, prize: 2 }),
    'jobs[0].priority: got 1, wanted 0, as the job has a prize',
  ],
  [
    'a priority beyond 100',
    withJob({ priority: 101 }),
    'jobs[0].priority: got 101, wanted a priority of 0 … 100',
  ],
  [
    'a shared set-up',
    {
      ...sound,
      jobs: [
        { ...job, setup: 5 },
        { ...job, id: 2 },
      ],
    },
    'jobs[0].setup: got 5, wanted 0, as something else is at the same place',
  ],
  [
    'shipments',
    { ...sound, shipments: [{}] },
    'shipments: got [{}], wanted none: shipments are not supported',
  ],
  ['vehicle steps', withVehicle({ steps: [{}] }), 'vehicles[0].steps: got [{}], wanted none'],
  [
    'a longest distance',
    withVehicle({ max_distance: 9 }),
    'vehicles[0].max_distance: got 9, wanted no such key',
  ],
  [
    'a price of task time',
    withVehicle({ costs: { per_task_hour: 9 } }),
    'vehicles[0].costs.per_task_hour: got 9, wanted 0',
  ],
  [
    'service by type',
    withJob({ service_per_type: {} }),
    'jobs[0].service_per_type: got {}, wanted no such key',
  ],
  [
    'neither start nor end',
    withVehicle({ start_index: undefined, end_index: undefined }),
    'vehicles[0].start: got nothing, wanted a start, an end, or both',
  ],
  [
    'tasks counted across unloads',
    withVehicle({ max_tasks: 3 }),
    'vehicles[0].max_tasks: got 3, wanted no such key, as the vehicle has unloads',
  ],
  [
    'a profile without matrix',
    withVehicle({ profile: 'bike' }),
    'vehicles[0].profile: got "bike", wanted one of matrices: car',
  ],
  [
    'a price of distance without any',
    withVehicle({ costs: { per_km: 2 } }),
    'matrices.car.distances: got nothing, wanted distances',
  ],
  [
    'a break beyond the shift',
    withVehicle({ breaks: [{ id: 1, service: 60, time_windows: [[4950, 6000]] }] }),
    'vehicles[0].breaks[0].time_windows: got [[4950,6000]], wanted a break of 60 s within the shift [0, 5000]',
  ],
  ['a row too short', withRow([1, 0, 1]), 'matrices.car.durations[1]: got "3 values", wanted 4'],
  ['a row that is none', withRow(7), 'matrices.car.durations[1]: got 7, wanted an array'],
  [
    'a duration that is none',
    withRow([1, 0, null, 1]),
    'matrices.car.durations[1][2]: got null, wanted a number ≥ 0',
  ],
  [
    'a way to the same place',
    withRow([1, 3, 1, 1]),
    'matrices.car.durations[1][1]: got 3, wanted 0',
  ],
]

test.each(bad)(
  '%s is refused with its path, what was got and wanted',
  async (_, input, message) => {
    const reading = readRoutingFile('v.json', JSON.stringify(input), inDegrees)
    await expect(reading).rejects.toMatchObject({
      code: 'BAD_ROUTING_FILE',
      message: expect.stringContaining(message),
    })
  },
)

test.each([
  ['{\n "jobs": [,]\n}', 2, '"jobs": [,]'],
  ['{\n "jobs": [],\n "vehicles": tru\n}', 3, '"vehicles": tru'],
  ['{\n "jobs": [],\n "vehicles": [{"description": "Ä\t"}]\n}', 3, '"vehicles": [{'],
  ['{\n "jobs": [],\n "vehicles": []', 3, '"vehicles": []'],
  ['{} \n\n{}', 3, '{}'],
  ['', 1, ''],
])('what is no JSON is refused with its line: %j', async (text, line, got) => {
  await expect(readRoutingFile('v.json', text, inDegrees)).rejects.toMatchObject({
    where: `line ${line}`,
    message: expect.stringContaining(`got "${got}`),
  })
})
