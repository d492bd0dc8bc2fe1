import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const tokensIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]),
  )

const TEXT = 4.5
const GRAPHICS = 3

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string | undefined, other: string | undefined): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex = ''): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].flatMap((d) => [d, d]).join('') : hex.slice(1)
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test.each([
  ['light', tokensIn(light)],
  ['dark', { ...tokensIn(light), ...tokensIn(dark) }],
])('what is to be read can be read: %s', (_, tokens) => {
  const text = ['text', 'quiet', 'accent', 'alarm'].flatMap((name) => [
    [name, 'ground'],
    [name, 'raised'],
  ])
  for (const [ink = '', ground = ''] of [...text, ['on-accent', 'accent'], ['on-must', 'must']])
    expect([ink, ground, contrast(tokens[ink], tokens[ground]) >= TEXT]).toEqual([
      ink,
      ground,
      true,
    ])
  for (const line of ['border', 'must', 'fine', 'damp', 'unknown'])
    expect([line, contrast(tokens[line], tokens.ground) >= GRAPHICS]).toEqual([line, true])
})
