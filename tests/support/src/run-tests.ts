// `npm test`: runs every test, then says which real servers were used and which were not, and why.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf, required, whyMissing } from './real-server.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { readUses, USAGE_LOG, type Use } from './usage-log.ts'

const root = join(import.meta.dirname, '../../..')

function main(): number {
  const missing = required().filter((server) => programOf(server) === undefined)
  for (const server of missing)
    console.error(`BAKWACHT_REQUIRE names ${server}, but ${whyMissing(server)}`)
  if (missing.length > 0) return 1

  using folder = temporaryFolder('results')
  const usageLog = join(folder.path, 'uses.jsonl')
  const results = join(folder.path, 'results.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = [
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    `--reporter=${join(import.meta.dirname, 'stuck-files.ts')}`,
  ]
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', ...reporters, ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, [USAGE_LOG]: usageLog },
    },
  )
  printUses(readUses(usageLog))
  printCounts(results)
  return status ?? 1
}

function printUses(uses: readonly Use[]): void {
  const line = ({ what, detail }: Use) => `  ${what}${detail === '' ? '' : ` (${detail})`}`
  const used = uses.filter((use) => use.used)
  const skipped = uses.filter((use) => !use.used)
  if (used.length > 0) console.log(['Used for real:', ...used.map(line)].join('\n'))
  if (skipped.length > 0)
    console.log(['Skipped, and their tests with them:', ...skipped.map(line)].join('\n'))
}

function printCounts(file: string): void {
  // Not there when the run was broken off.
  if (!existsSync(file)) return
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Record<string, number>
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
}

process.exitCode = main()
