// The simulator as its users run it: a child process beside the backend that it feeds.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endsWithUs } from '@bakwacht/test-support'
import { root } from './backend.ts'
import { until } from './call.ts'

export interface Simulator {
  /** All that was measured until now is acknowledged. */
  readonly caughtUp: Promise<void>
  /** @returns its summary */
  stop(): Promise<Record<string, unknown>>
}

/** @param args with `--json` among them, by which it says what it has done */
export function startSimulator(args: readonly string[]): Simulator {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(root, 'simulators/src/main.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  endsWithUs(child)
  const said: Record<string, unknown>[] = []
  if (child.stdout) createInterface(child.stdout).on('line', (line) => said.push(JSON.parse(line)))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    caughtUp: until(async () => said.length > 0, 'the simulator has caught up'),
    async stop() {
      child.kill('SIGINT')
      await ended
      return said.at(-1) ?? {}
    },
  }
}
