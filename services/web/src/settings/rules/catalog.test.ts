import { settingsDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { SETTINGS } from './catalog.ts'

/** `damp.excess_hours` → 6, of all that can be set. */
const DEFAULTS = new Map<string, unknown>(
  Object.entries(settingsDefaults).flatMap(([key, value]) =>
    key === 'version'
      ? []
      : typeof value === 'object'
        ? Object.entries(value).map(([inner, set]) => [`${key}.${snake(inner)}`, set] as const)
        : [[snake(key), value] as const],
  ),
)

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

test('every setting stands on the page once', () => {
  expect(SETTINGS.map(({ path }) => path).toSorted()).toEqual([...DEFAULTS.keys()].toSorted())
})

test('what is usual lies between the limits', () => {
  for (const { path, kind } of SETTINGS) {
    if (kind.is !== 'number') continue
    const usual = DEFAULTS.get(path)
    expect({ path, fits: Number(usual) >= kind.min && Number(usual) <= kind.max }).toEqual({
      path,
      fits: true,
    })
    if (kind.whole) expect(Number.isInteger(usual)).toBe(true)
  }
})
