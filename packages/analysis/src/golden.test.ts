// Each folder of golden/ is a file, its configuration, and what comes of them; `vitest -u` writes it anew.
// Only of air and rows: what the fill is depends on rules that are tested where they stand.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyseText } from './analysis.fixture.ts'

const golden = join(import.meta.dirname, 'golden')

test.each(readdirSync(golden))('%s comes out as it is written down', async (name) => {
  const read = (file: string) => readFileSync(join(golden, name, file), 'utf8')
  const analysis = await analyseText(read('in.csv'), JSON.parse(read('config.json')))
  const text = `${JSON.stringify(analysis, null, 2)}\n`
  await expect(text).toMatchFileSnapshot(join(golden, name, 'out.json'))
})
