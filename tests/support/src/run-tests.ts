// `npm test`: runs every test, then says which real servers were used and which were not, and why.
// `-- --second-attempt` runs the files that failed once more, for machines that are too busy to be
// trusted the first time; it says so, and what fails twice has failed.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf, required, whyMissing } from './real-server.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { readUses, USAGE_LOG, type Use } from './usage-log.ts'

const root = join(import.meta.dirname, '../../..')
const TESTS = '{firmware-contracts,packages,services,simulators,tests,infra}/**/*.test.ts'

interface Results {
  readonly status: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Files that did not pass, or of which nothing was heard. */
  readonly failedFiles: readonly string[]
  /** Tests that passed in the other files. */
  readonly settled: number
}

function main(args: readonly string[]): number {
  const missing = required().filter((server) => programOf(server) === undefined)
  for (const server of missing)
    console.error(`BAKWACHT_REQUIRE names ${server}, but ${whyMissing(server)}`)
  if (missing.length > 0) return 1

  using folder = temporaryFolder('results')
  const usageLog = join(folder.path, 'uses.jsonl')
  const again = args.includes('--second-attempt')
  const options = args.filter((argument) => argument !== '--second-attempt')
  const first = runVitest(options, usageLog, join(folder.path, 'first.json'))
  const last =
    again && first.failedFiles.length > 0
      ? secondAttempt(first, usageLog, join(folder.path, 'second.json'))
      : first
  printUses(readUses(usageLog))
  console.log(`${last.passed} passed, ${last.failed} failed, ${last.skipped} skipped`)
  return last.status
}

function secondAttempt(first: Results, usageLog: string, output: string): Results {
  console.log(`A second attempt for what failed:\n  ${first.failedFiles.join('\n  ')}`)
  const second = runVitest(first.failedFiles, usageLog, output)
  return {
    ...second,
    passed: first.settled + second.passed,
    skipped: Math.max(first.skipped, second.skipped),
  }
}

function runVitest(args: readonly string[], usageLog: string, output: string): Results {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [USAGE_LOG]: usageLog },
  })
  return resultsIn(output, status ?? 1, args)
}

interface JsonReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

function resultsIn(file: string, status: number, args: readonly string[]): Results {
  if (!existsSync(file))
    return { status, passed: 0, failed: 0, skipped: 0, failedFiles: [], settled: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as JsonReport
  const passed = report.testResults.filter((result) => result.status === 'passed')
  const good = new Set(passed.map(({ name }) => name))
  // Without a filter every file must have been heard of: a worker that crashed says nothing.
  const expected =
    args.length === 0
      ? globSync(TESTS, { cwd: root, exclude: (name) => name.includes('node_modules') }).map(
          (path) => join(root, path),
        )
      : report.testResults.map(({ name }) => name)
  return {
    status,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    settled: passed
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((assertion) => assertion.status === 'passed').length,
    failedFiles: status === 0 ? [] : expected.filter((name) => !good.has(name)),
  }
}

function printUses(uses: readonly Use[]): void {
  const line = ({ what, detail }: Use) => `  ${what}${detail === '' ? '' : ` (${detail})`}`
  const used = uses.filter((use) => use.used)
  const skipped = uses.filter((use) => !use.used)
  if (used.length > 0) console.log(['Used for real:', ...used.map(line)].join('\n'))
  if (skipped.length > 0)
    console.log(['Skipped, and their tests with them:', ...skipped.map(line)].join('\n'))
}

process.exitCode = main(process.argv.slice(2))
