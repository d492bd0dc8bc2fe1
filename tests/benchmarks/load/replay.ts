// The simulator's fleet through the last days, as fast as the backend acknowledges unless a speed is given.
import { spawn } from 'node:child_process'
import { type Backend, root } from '../../system/backend.ts'
import { cpuSecondsOf } from '../process-usage.ts'

const LOOK_EVERY_MS = 200

/** @returns the simulator's processor time in seconds. @throws Error when it ends badly */
export function replay(
  { http, mqttUrl }: Backend,
  fleet: {
    readonly containers: number
    readonly days: number
    /** So many times as fast as time passes. */
    readonly speed?: number
  },
): Promise<number> {
  const simulator = spawn(
    process.execPath,
    [
      'simulators/src/main.ts',
      ...['--containers', String(fleet.containers), '--days', String(fleet.days)],
      ...['--speed', String(fleet.speed ?? 'max'), '--once', '--json', '--quiet'],
      ...['--api', http, '--broker', mqttUrl],
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  let cpuSeconds = 0
  const looking = setInterval(() => {
    if (simulator.pid !== undefined) cpuSeconds = cpuSecondsOf(simulator.pid)
  }, LOOK_EVERY_MS)
  return new Promise((resolve, reject) => {
    simulator.once('exit', (code) => {
      clearInterval(looking)
      if (code === 0) resolve(cpuSeconds)
      else reject(new Error(`the simulator ended with ${code}`))
    })
  })
}
