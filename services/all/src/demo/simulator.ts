// The simulator as a process of its own, as a street full of sensors is.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../../../simulators/src/main.ts')

/** @throws Error when it ends with anything but 0 */
export async function runSimulator(args: readonly string[]): Promise<void> {
  const child = startSimulator(args)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the simulator ended with ${code}`)
}

/** Its progress and its complaints go where ours go; it ends with us. */
export function startSimulator(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.once('exit', () => child.kill())
  return child
}
