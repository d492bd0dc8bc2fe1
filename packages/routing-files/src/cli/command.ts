// `npm run solve`: reads a file, searches, lets the verifier judge, and hands out what it found.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type CommandProcess, type ExitCode, exitCodeOf, progressOn } from '@bakwacht/command-line'
import { estimatedMatrix } from '@bakwacht/roads'
import { type Problem, type Solution, verify } from '@bakwacht/routing'
import { solveInThreads } from '@bakwacht/routing-threads'
import { type RoutingFile, readRoutingFile, solText, vroomAnswer } from '../routing-file.ts'
import { RoutingFileError } from '../routing-file-error.ts'
import type { VroomFailure } from '../vroom/vroom-answer.ts'
import { help } from './help.ts'
import { type Options, parseOptions } from './options.ts'
import { summaryText } from './summary-text.ts'

type SolveOptions = Extract<Options, { kind: 'solve' }>

export async function command(process: CommandProcess): Promise<ExitCode> {
  try {
    const options = parseOptions(process.args)
    if (options.kind === 'solve') return await solveFile(options, process)
    process.out(help())
    return 0
  } catch (error) {
    return exitCodeOf(error, process.err)
  }
}

async function solveFile(options: SolveOptions, process: CommandProcess): Promise<0 | 1> {
  try {
    const began = process.now()
    const file = await readFile(options.file)
    const loadingMs = process.now() - began
    const solution = await search(file.problem, options, process)
    assertSound(file.problem, solution)
    handOut(file, solution, loadingMs, options, process)
    return isComplete(file, solution, process) ? 0 : 1
  } catch (error) {
    if (options.out?.shape === 'json') writeFailure(options.out.path, error)
    throw error
  }
}

function readFile(path: string): Promise<RoutingFile> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${path}: cannot be read: ${messageOf(error)}`, { cause: error })
  }
  return readRoutingFile(basename(path), text, (points) => estimatedMatrix(points))
}

async function search(
  problem: Problem,
  { limit, seed, threads }: SolveOptions,
  { terminal, now, signal }: CommandProcess,
): Promise<Solution> {
  const progress = progressOn(terminal, now)
  try {
    return await solveInThreads(problem, {
      ...limit,
      ...{
        seed,
        threads,
        signal,
        onProgress: ({ share, bestCost }) =>
          progress.show(share, `best ${bestCost.toLocaleString('en')}`),
      },
    })
  } finally {
    progress.end()
  }
}

function assertSound(problem: Problem, solution: Solution): void {
  const [violation] = verify(problem, solution)
  if (violation !== undefined)
    throw new Error(`a fault of the search, nothing is written: ${violation.message}`)
}

function handOut(
  file: RoutingFile,
  solution: Solution,
  loadingMs: number,
  options: SolveOptions,
  { out }: CommandProcess,
): void {
  out(summaryText(basename(options.file), file, solution))
  if (options.out === undefined) out(`\n${solText(file, solution)}`)
  else if (options.out.shape === 'sol') writeFileSync(options.out.path, solText(file, solution))
  else writeFileSync(options.out.path, jsonText(vroomAnswer(file, solution, loadingMs)))
}

/** To VROOM what cannot be served is part of the answer; a benchmark without it is not solved. */
function isComplete(
  { kind, problem }: RoutingFile,
  solution: Solution,
  { err }: CommandProcess,
): boolean {
  if (kind === 'vroom') return true
  const mandatory = new Set(problem.jobs.flatMap(({ id, prize }) => (prize === null ? [id] : [])))
  const missing = solution.unserved.filter(({ jobId }) => mandatory.has(jobId))
  if (missing.length > 0)
    err(`no complete solution was found: ${missing.length} customers are not served\n`)
  return missing.length === 0
}

function writeFailure(path: string, error: unknown): void {
  const code = error instanceof RoutingFileError ? 2 : 1
  writeFileSync(path, jsonText({ code, error: messageOf(error) } satisfies VroomFailure))
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)
