// The command: understands its arguments, does one thing, and says how it went.
import type { Environment } from './environment.ts'
import { help } from './help.ts'
import { type Options, parseOptions } from './options.ts'
import { progressOn } from './progress.ts'
import { replay } from './replay.ts'
import { simulate } from './simulate.ts'
import { type Summary, summaryText } from './summary.ts'
import { UsageError } from './usage-error.ts'

export interface Process {
  readonly args: readonly string[]
  /** UTC ms. */
  readonly now: () => number
  readonly signal: AbortSignal
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Where a progress bar may be drawn. */
  readonly terminal: NodeJS.WriteStream
}

/** @returns the exit code: 0 done, 1 failed, 2 wrong usage */
export async function command(process: Process): Promise<0 | 1 | 2> {
  const { args, out, err } = process
  try {
    const options = parseOptions(args)
    if (options.kind === 'help') out(help())
    else out(summaryText(await performed(options, process), options.json))
    return 0
  } catch (error) {
    err(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

async function performed(
  options: Exclude<Options, { kind: 'help' }>,
  { now, signal, out, err, terminal }: Process,
): Promise<Summary> {
  const began = now()
  const { clockAt, clockSpeed } = options
  const progress = progressOn({ stream: terminal, quiet: options.quiet, now })
  const environment: Environment = {
    wallNow: clockAt === undefined ? now : () => clockAt + (now() - began) * clockSpeed,
    wallSpeed: clockSpeed,
    signal,
    progress,
    say: (line) => out(`${line}\n`),
    warn: (line) => err(`${line}\n`),
  }
  try {
    return options.kind === 'fleet'
      ? await simulate(options, environment)
      : await replay(options, environment)
  } finally {
    progress.end()
  }
}
