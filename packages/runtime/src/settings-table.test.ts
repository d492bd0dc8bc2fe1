import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingsTable } from './settings-table.ts'

/** The formatter pads the cells of a table. */
const unpadded = (table: string) => table.replace(/ {2,}/g, ' ').replace(/ ?-{3,} ?/g, '---')

test('docs/operations.md shows the settings as they are', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8')
  const [, shown = ''] = /<!-- settings -->\s*([\s\S]*?)\s*<!-- \/settings -->/.exec(text) ?? []
  expect(unpadded(shown)).toBe(unpadded(settingsTable()))
})
