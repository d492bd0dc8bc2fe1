import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { sfc32 } from '../random/sfc32.ts'
import { day, job, van } from '../testing/day.fixture.ts'
import { Neighbours } from './neighbours.ts'
import { Ruin } from './ruin.ts'
import { serveableJobs } from './serveable.ts'
import { Tours } from './tours.ts'
import { tuningFor } from './tuning.ts'

test('a trip may go out whole, whether or not its vehicle unloads at the end', () => {
  const unloads = [{ location: 0, serviceS: 60, windows: [] }]
  const instance = compile(day([job('a', 1), job('b', 2)], [van('v', { unloads })]))
  const jobs = serveableJobs(instance)
  const tours = new Tours(instance, jobs)
  const random = sfc32(1)
  const ruin = new Ruin(tours, tuningFor(instance), random)
  const neighbours = new Neighbours(instance, jobs, jobs.length)
  const unload = instance.jobCount
  for (const stops of [
    [0, 1],
    [0, 1, unload],
  ]) {
    tours.assign(0, stops)
    tours.keep()
    let most = 0
    for (let turn = 0; turn < 100; turn++) {
      most = Math.max(most, ruin.around(0, neighbours, new Int32Array(jobs.length)))
      tours.undo()
    }
    expect(most).toBe(2)
    tours.clear(0)
    tours.keep()
  }
})
