// What a benchmark prints: one figure a line, for people or (`--json`) for machines.

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it should be, e.g. `>= 0.8`. */
  readonly goal?: string
  /** What it was computed from, or was measured with it. */
  readonly detail?: Readonly<Record<string, number | string>>
}

export type Report = (figure: Figure) => void

export const reporter =
  (json: boolean): Report =>
  ({ detail = {}, ...figure }) => {
    if (json) return console.log(JSON.stringify({ ...figure, ...detail }))
    const goal = figure.goal === undefined ? '' : `   (goal ${figure.goal})`
    const details = Object.entries(detail)
      .map(([key, value]) => `   ${key} ${typeof value === 'number' ? format(value) : value}`)
      .join('')
    console.log(
      `${figure.name.padEnd(58)} ${format(figure.value).padStart(10)} ${figure.unit}${goal}${details}`,
    )
  }

const format = (value: number) =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', { maximumSignificantDigits: 3 })

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
