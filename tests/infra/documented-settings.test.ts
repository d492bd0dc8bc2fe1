// docs/settings.md shows what a planner tunes under the names and with the defaults that HTTP has.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8')

/** Names of a row with its default: `damp.excess_g_per_m3`, `.excess_hours` | 2, 6. */
const rows = [...page.matchAll(/^\| (`[^|]+) \| ([^|]+) \|/gm)].map(
  ([, names = '', given = '']) => ({
    names: wholeNames([...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)),
    numbers: numbersIn(given),
  }),
)

test('every setting stands there, and none that there is not', () => {
  const { version: _, ...settings } = settingsDefaults
  expect(rows.flatMap(({ names }) => names).sort()).toEqual(namesIn(settings, '').sort())
})

test('the defaults are those that hold', () => {
  for (const { names, numbers } of rows)
    expect({ names, numbers }).toEqual({
      names,
      numbers: names.flatMap((name) => numbersIn(JSON.stringify(defaultOf(name)))),
    })
})

/** `.excess_hours` belongs where the name before it does. */
function wholeNames(names: readonly string[]): string[] {
  const group = names[0]?.split('.')[0] ?? ''
  return names.map((name) => (name.startsWith('.') ? group + name : name))
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/(?<![a-z_])\d+(?:\.\d+)?/g)].map(Number)
}

const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

function namesIn(group: object, prefix: string): string[] {
  return Object.entries(group).flatMap(([key, value]) => {
    const name = prefix + snake(key)
    const isGroup = typeof value === 'object' && !Array.isArray(value)
    return isGroup ? namesIn(value, `${name}.`) : [name]
  })
}

function defaultOf(name: string): unknown {
  let value: unknown = settingsDefaults
  for (const part of name.split('.'))
    value = Object.entries(value as object).find(([key]) => snake(key) === part)?.[1]
  return value
}
