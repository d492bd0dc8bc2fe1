import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** aedes without hooks, in a process of its own. */
export async function startPlainBroker(): Promise<{ port: number; pid: number; stop(): void }> {
  const program = join(import.meta.dirname, 'plain-aedes.ts')
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  )
  const { port } = JSON.parse(line) as { port: number }
  return { port, pid: child.pid ?? 0, stop: () => child.kill() }
}
