import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Program {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly signal?: AbortSignal | undefined
  /** Each line that it writes, on either stream. */
  readonly onLine?: (line: string) => void
}

export interface Ended {
  /** `null`: ended by a signal. */
  readonly exitCode: number | null
  /** The last lines that it wrote. */
  readonly lastLines: readonly string[]
}

const LAST_LINES = 40

/** @throws Error when it cannot be started, and the signal's reason when it is aborted */
export async function runProgram({
  program,
  args,
  cwd,
  signal,
  onLine = () => {},
}: Program): Promise<Ended> {
  signal?.throwIfAborted()
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const abort = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', abort)
  const lastLines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line)
      if (lastLines.length > LAST_LINES) lastLines.shift()
      onLine(line)
    })
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  try {
    const exitCode = await promise
    signal?.throwIfAborted()
    return { exitCode, lastLines }
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}
