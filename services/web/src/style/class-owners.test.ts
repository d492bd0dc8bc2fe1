// Styles of a page stay when one goes on to another: a class that two pages style is wrong on the second.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = join(import.meta.dirname, '..')
const BEGINS_WITH_CLASS = /^\s*(\.[a-z][\w-]*)[^{};]*(?=[,{])/gm

test('what a class looks like is said by one page alone, or by the parts that all share', () => {
  const owners = new Map<string, Set<string>>()
  for (const file of globSync('**/*.css', { cwd: SOURCE })) {
    const [page = ''] = file.split('/')
    if (page === 'parts' || page === 'style') continue
    for (const [, name = ''] of readFileSync(join(SOURCE, file), 'utf8').matchAll(
      BEGINS_WITH_CLASS,
    ))
      owners.set(name, (owners.get(name) ?? new Set()).add(page))
  }
  expect(owners.size).toBeGreaterThan(50)
  const shared = [...owners].filter(([, pages]) => pages.size > 1)
  expect(shared.map(([name, pages]) => `${name}: ${[...pages]}`)).toEqual([])
})
