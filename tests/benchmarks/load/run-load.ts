import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Load, LoadResult } from './publisher.ts'

/** `raw`: the cheapest generator there is; `mqttjs`: as real clients cost. */
export type Generator = 'raw' | 'mqttjs'

const programs: Readonly<Record<Generator, string>> = {
  raw: 'publisher.ts',
  mqttjs: 'mqttjs-publisher.ts',
}

/** Runs a load in a process of its own. @throws Error when it ends badly */
export async function runLoad(generator: Generator, load: Load): Promise<LoadResult> {
  const program = join(import.meta.dirname, programs[generator])
  return JSON.parse(await outputOf(program, JSON.stringify(load))) as LoadResult
}

function outputOf(program: string, argument: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, argument], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.once('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} ended with ${code}`)),
    )
  })
}
