import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { readWorld } from './world-file.ts'

const worlds = join(import.meta.dirname, '../../worlds')

test.each(globSync('*.json', { cwd: worlds }))('%s gives the source of every number', (file) => {
  const world = readWorld(join(worlds, file))
  for (const section of [world.fleet, world.gifts, world.damp, world.sensors]) {
    const { sources, ...numbers } = section
    expect(Object.keys(sources).sort()).toEqual(Object.keys(numbers).sort())
  }
})

test('the worlds differ in their leaks alone', () => {
  const [few, many] = ['leaks-2.json', 'leaks-10.json'].map((file) => readWorld(join(worlds, file)))
  expect(few?.damp.leaking_share).toBe(0.02)
  expect(many?.damp.leaking_share).toBe(0.1)
  expect({ ...many, damp: few?.damp, name: few?.name, about: few?.about }).toEqual(few)
})

test('a file that is no world says which of its numbers is wrong', () => {
  using folder = temporaryFolder('world')
  const file = join(folder.path, 'world.json')
  const sound = JSON.parse(readFileSync(join(worlds, 'leaks-2.json'), 'utf8'))
  writeFileSync(file, JSON.stringify({ ...sound, damp: { ...sound.damp, leaking_share: 2 } }))
  expect(() => readWorld(file)).toThrow(/damp\.leaking_share/)
})
