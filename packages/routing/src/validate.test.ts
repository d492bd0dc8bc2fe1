import { expect, test } from 'vitest'
import type { Problem, TravelTable } from './problem.ts'
import { ProblemError } from './problem-error.ts'
import type { SolveOptions } from './solution.ts'
import { solve } from './solve.ts'
import { day, job, line, van } from './testing/day.fixture.ts'

const options = { seed: 1, iterations: 1, clock: () => 0 }
const matrix = line(3)
const changed = (values: TravelTable, at: number, to: number) =>
  Float64Array.from(values).with(at, to)

const malformed: [what: string, problem: Problem, message: RegExp][] = [
  [
    'a location outside',
    day([job('a', 100)], [van('v')]),
    /^job 'a': location is 100, .* below 100/,
  ],
  ['half a location', day([job('a', 1.5)], [van('v')]), /job 'a': location is 1.5/],
  ['no service time', day([job('a', 1, { serviceS: Number.NaN })], []), /job 'a': serviceS is NaN/],
  ['a negative load', day([job('a', 1, { load: [-1] })], []), /job 'a': load\[0\] is -1/],
  ['a missing load', day([job('a', 1, { load: [] })], [van('v')]), /job 'a': load.length is 0/],
  ['an endless release', day([job('a', 1, { releaseS: 1 / 0 })], []), /job 'a': releaseS is Inf/],
  ['a negative prize', day([job('a', 1, { prize: -1 })], []), /job 'a': prize is -1/],
  [
    'a closed window',
    day([job('a', 1, { windows: [[5, 4]] })], []),
    /job 'a': windows is \[5, 4\]/,
  ],
  [
    'windows that overlap',
    day([job('a', 1, { windows: [[0, 5], [5, 9]] })], []), // biome-ignore format: one line
    /job 'a': windows is \[5, 9\].*disjoint/,
  ],
  ['an id twice', day([job('a', 1), job('a', 2)], []), /job 'a': id is 'a' again/],
  ['a profile outside', day([], [van('v', { profile: 1 })]), /vehicle 'v': profile is 1/],
  ['an end outside', day([], [van('v', { end: -1 })]), /vehicle 'v': end is -1/],
  [
    'an endless shift',
    day([], [van('v', { shift: [0, Number.POSITIVE_INFINITY] })]),
    /vehicle 'v': shift is \[0, Infinity\]/,
  ],
  ['negative driving', day([], [van('v', { maxDriveS: -1 })]), /vehicle 'v': maxDriveS is -1/],
  [
    'a break without window',
    day([], [van('v', { breaks: [{ durationS: 60, windows: [] }] })]),
    /vehicle 'v': breaks\[0\].windows is empty/,
  ],
  [
    'an unload place outside',
    day([], [van('v', { unloads: [{ location: 200, serviceS: 0, windows: [] }] })]),
    /vehicle 'v': unloads\[0\].location is 200/,
  ],
  [
    'a price that is no number',
    day([], [van('v', { cost: { fixed: 0, perM: Number.NaN, perS: 0 } })]),
    /vehicle 'v': cost.perM is NaN/,
  ],
  [
    'a fixed start of nobody',
    day([job('a', 1)], [], [{ vehicleId: 'v', sequence: ['a'], members: [] }]),
    /fixed start of vehicle 'v': vehicleId is v/,
  ],
  [
    'a job fixed twice',
    day([job('a', 1)], [van('v')], [{ vehicleId: 'v', sequence: ['a'], members: ['a'] }]),
    /fixed start of vehicle 'v': members is a, expected a job fixed only once/,
  ],
  [
    'matrices of different sizes',
    { ...day([], []), matrices: [line(3), line(4)] },
    /matrix 1: size is 4/,
  ],
  [
    'a matrix that is not square',
    { ...day([], []), matrices: [{ ...matrix, durations: new Float64Array(8) }] },
    /matrix 0: durations.length is 8, expected 3 × 3/,
  ],
  [
    'a distance that is no number',
    {
      ...day([], []),
      matrices: [{ ...matrix, distances: changed(matrix.distances, 5, Number.NaN) }],
    },
    /matrix 0: distances\[5\] is NaN/,
  ],
  [
    'a way from a place to itself',
    { ...day([], []), matrices: [{ ...matrix, durations: changed(matrix.durations, 4, 1) }] },
    /matrix 0: durations from 1 to itself is 1/,
  ],
]

test.each(malformed)('refuses %s', (_, problem, message) => {
  expect(() => solve(problem, options)).toThrow(ProblemError)
  expect(() => solve(problem, options)).toThrow(message)
})

const clock = () => 0
test.each<[SolveOptions, RegExp]>([
  [{ seed: 1, clock }, /options: seconds is absent/],
  [{ seed: 1, seconds: Number.NaN, clock }, /options: seconds is NaN/],
  [{ seed: 0.5, iterations: 1, clock }, /options: seed is 0.5/],
])('refuses options %j', (bad, message) => {
  expect(() => solve(day([], []), bad)).toThrow(message)
})
