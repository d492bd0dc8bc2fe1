// `npm run check`: formatting, lint, types, unused code, import rule; each says what it found.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const fix = process.argv.includes('--fix')

const steps: readonly (readonly [string, readonly string[]])[] = fix
  ? [['biome', ['check', '--write', '.']]]
  : [
      ['biome', ['check', '--error-on-warnings', '.']],
      ['tsc', ['--noEmit']],
      ['tsc', ['--noEmit', '--project', 'services/web']],
      ['knip', []],
      [process.execPath, [join(import.meta.dirname, 'import-rule.ts')]],
    ]

for (const [program, args] of steps) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
