import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

test.for(['packages', 'services'])('every folder of %s stands in docs/architecture.md', (group) => {
  for (const name of readdirSync(join(root, group)))
    if (existsSync(join(root, group, name, 'package.json')))
      expect(architecture, `${group}/${name}`).toMatch(new RegExp(`\\b${name}\\b`))
})

test('each package imports what its row there says, no more and no less', () => {
  const rows = [...architecture.matchAll(/^\| `packages\/([\w-]+)` \|.*\| ([^|]+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(10)
  for (const [, name = '', may = ''] of rows) {
    const manifest = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')
    const ours = Object.keys(JSON.parse(manifest).dependencies ?? {})
      .filter((dependency) => dependency.startsWith('@bakwacht/'))
      .map((dependency) => dependency.replace(/^@bakwacht\/(firmware-)?/, ''))
    const told = /^(nothing|–)$/.test(may) ? [] : may.split(', ')
    expect({ name, may: told.sort() }).toEqual({ name, may: ours.sort() })
  }
})

test('no document points at a file that is not there', () => {
  const files = globSync(['*.md', '{docs,firmware-contracts,infra,simulators}/**/*.md'], {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  })
  expect(files).toContain('infra/README.md')
  for (const file of files)
    for (const [, target = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /\]\(([^)#]+)\)/g,
    ))
      if (!target.startsWith('http'))
        expect(existsSync(join(root, file, '..', target)), `${file}: ${target}`).toBe(true)
})
