// The simulator as a process of its own, as a street full of sensors is.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PROGRAM = join(import.meta.dirname, '../../../../simulators/src/main.ts')

export interface Simulator {
  /** Resolves with the number of readings once they have all been acknowledged up to now. */
  readonly caughtUp: Promise<number>
  stop(): Promise<void>
}

/** Its progress and complaints go where ours go. @param args of `npm run simulate`, with `--json` */
export function startSimulator(args: readonly string[]): Simulator {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      process.removeListener('exit', kill)
      resolve(code)
    })
  })
  const caughtUp = new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as { caught_up?: boolean; readings_sent: number }
      if (said.caught_up) resolve(said.readings_sent)
    })
    void ended.then((code) => reject(new Error(`the simulator ended with ${code}`)))
  })
  return {
    caughtUp,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
