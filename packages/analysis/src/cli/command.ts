// `npm run analyse`: reads a recording, and writes what the service would have known.
import { basename } from 'node:path'
import { type CommandProcess, type ExitCode, exitCodeOf, progressOn } from '@bakwacht/command-line'
import { type Analysed, analyse } from '../analyse.ts'
import { faultText } from '../table/read-table.ts'
import { help } from './help.ts'
import { type Options, parseOptions } from './options.ts'

export async function command(process: CommandProcess): Promise<ExitCode> {
  try {
    const options = parseOptions(process.args)
    if (options.kind === 'help') process.out(help())
    else await analyseFile(options, process)
    return 0
  } catch (error) {
    return exitCodeOf(error, process.err)
  }
}

async function analyseFile(
  options: Extract<Options, { kind: 'analyse' }>,
  { terminal, now, signal, out, err }: CommandProcess,
): Promise<void> {
  const begun = now()
  const progress = progressOn(terminal, now)
  let analysed: Analysed
  try {
    analysed = await analyse(options, { onShare: progress.show, signal })
  } finally {
    progress.end()
  }
  err(warnings(analysed, options.csv))
  out(
    `${options.out}: ${counted(analysed.readings, 'reading')} of ${counted(analysed.devices, 'device')} in ${((now() - begun) / 1000).toFixed(1)} s\n`,
  )
}

function warnings({ rejected, guessed }: Analysed, csv: string): string {
  const lines: string[] = []
  if (rejected.count > 0)
    lines.push(
      `${basename(csv)}: ${counted(rejected.count, 'row')} left out${rejected.count > rejected.examples.length ? '; the first ones:' : ':'}`,
      ...rejected.examples.map((example) => `  ${faultText(example)}`),
    )
  if (guessed.length > 0)
    lines.push(
      `The fill of ${named(guessed)} is a guess: give empty_distance_mm and full_distance_mm.`,
    )
  return lines.map((line) => `${line}\n`).join('')
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

const MOST_NAMED = 10

const named = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
