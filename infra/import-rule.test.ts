import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every import follows the arrows of the architecture', () => {
  const rule = join(import.meta.dirname, 'import-rule.ts')
  expect(execFileSync(process.execPath, [rule], { encoding: 'utf8' })).toContain('follow the rule')
})
