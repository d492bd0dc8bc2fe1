// The page's colours of this moment, for what is drawn on canvas.

const NAMES = [
  'ground',
  'raised',
  'line',
  'text',
  'quiet',
  'accent',
  'must',
  'may',
  'fine',
  'damp',
  'alarm',
  'unknown',
  'retired',
  'on-must',
  'run-1',
  'run-2',
  'run-3',
  'run-4',
  'run-5',
  'run-6',
  'run-7',
] as const

export type Palette = Readonly<Record<(typeof NAMES)[number], string>>

export function currentPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Palette
}
