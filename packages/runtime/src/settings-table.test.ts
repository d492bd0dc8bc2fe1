import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingsTable } from './settings-table.ts'

test('docs/operations.md shows the settings as they are', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8')
  const [, shown = ''] = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(text) ?? []
  expect(shown).toBe(settingsTable())
})
