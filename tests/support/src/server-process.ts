// Starts a real server as a child process on loopback and waits until it answers.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { endsWithUs } from './ends-with-us.ts'

export interface ServerProcess {
  readonly pid: number
  /** Asks it to end and waits; safe to call twice. */
  stop(): Promise<void>
  /** As a power cut would: SIGKILL. */
  kill(): Promise<void>
}

interface Start {
  readonly program: string
  readonly args: readonly string[]
  readonly user?: { uid: number; gid: number }
  readonly ready: () => Promise<boolean>
  readonly stopSignal?: NodeJS.Signals
}

const READY_WITHIN_MS = 30_000

/** @throws Error with the server's last words when it ends or does not answer in time */
export async function startServer(start: Start): Promise<ServerProcess> {
  const child = spawn(start.program, start.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...start.user,
  })
  let words = ''
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  endsWithUs(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const until = Date.now() + READY_WITHIN_MS
  while (!(await start.ready().catch(() => false))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`${start.program} did not start; its last words:\n${words}`)
    }
    await sleep(40)
  }
  return {
    pid: child.pid ?? 0,
    stop: () => end(child, start.stopSignal ?? 'SIGTERM', ended),
    kill: () => end(child, 'SIGKILL', ended),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<void>) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  await ended
}
