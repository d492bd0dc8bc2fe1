// The command: understands its arguments, does one thing, and says how it went.
import { type CommandProcess, type ExitCode, exitCodeOf, progressOn } from '@bakwacht/command-line'
import type { Environment } from './environment.ts'
import { help } from './help.ts'
import { type Options, parseOptions } from './options.ts'
import { replay } from './replay.ts'
import { simulate } from './simulate.ts'
import { type Summary, summaryText } from './summary.ts'

export async function command(process: CommandProcess): Promise<ExitCode> {
  const { args, out, err } = process
  try {
    const options = parseOptions(args)
    if (options.kind === 'help') out(help())
    else out(summaryText(await performed(options, process), options.json))
    return 0
  } catch (error) {
    return exitCodeOf(error, err)
  }
}

async function performed(
  options: Exclude<Options, { kind: 'help' }>,
  { now, signal, out, err, terminal }: CommandProcess,
): Promise<Summary> {
  const began = now()
  const { clockAt, clockSpeed } = options
  const progress = progressOn(terminal, now, { quiet: options.quiet })
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
