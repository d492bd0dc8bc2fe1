// Charts as inline SVG: they scale with the page and take its colours.
import { escaped, shown } from './html.ts'

export interface Series {
  readonly name: string
  readonly values: readonly number[]
}

/** Of a phone; wider pages show it larger. */
const WIDTH = 440
const colour = (index: number): string => `var(--c${index % 8})`

export const keyOf = (names: readonly string[]): string =>
  `<ul class="key">${names
    .map((name, n) => `<li><i style="background:${colour(n)}"></i>${escaped(name)}</li>`)
    .join('')}</ul>`

/** One bar for each label, of one part for each series; negative parts are left out. */
export function stackedBars(labels: readonly string[], parts: readonly Series[]): string {
  const [row, left, right] = [34, 92, 56]
  const totals = labels.map((_, bar) => sum(parts.map(({ values }) => values[bar] ?? 0)))
  const most = Math.max(...labels.map((_, bar) => sum(parts.map((part) => positive(part, bar)))), 1)
  const scale = (WIDTH - left - right) / most
  const bars = labels.map((label, bar) => {
    const y = bar * row + 6
    let x = left
    const rects = parts.map((part, n) => {
      const width = positive(part, bar) * scale
      const title = `${part.name}: ${shown(part.values[bar] ?? 0)}`
      const rect = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${row - 12}" fill="${colour(n)}"><title>${escaped(title)}</title></rect>`
      x += width
      return rect
    })
    const middle = y + row / 2 - 2
    return `<text x="${left - 8}" y="${middle}" text-anchor="end">${escaped(label)}</text>${rects.join('')}<text x="${(x + 6).toFixed(1)}" y="${middle}">${shown(totals[bar] ?? 0)}</text>`
  })
  return svg(labels.length * row + 6, 'Stacked bars', bars.join(''))
}

/** Lines over common labels, from zero. */
export function lines(labels: readonly string[], series: readonly Series[]): string {
  const [height, left, bottom, top] = [240, 56, 28, 12]
  const most = Math.max(...series.flatMap(({ values }) => values), 1e-9)
  const x = (n: number) => left + (n * (WIDTH - left - 12)) / Math.max(labels.length - 1, 1)
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top)
  const marks = [0, 0.5, 1].map(
    (share) =>
      `<line class="axis" x1="${left}" x2="${WIDTH - 12}" y1="${y(share * most)}" y2="${y(share * most)}"/><text class="soft" x="${left - 6}" y="${y(share * most) + 4}" text-anchor="end">${shown(share * most)}</text>`,
  )
  const names = labels.map(
    (label, n) =>
      `<text class="soft" x="${x(n).toFixed(1)}" y="${height - 8}" text-anchor="middle">${escaped(label)}</text>`,
  )
  const paths = series.map(({ name, values }, n) => {
    const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`)
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour(n)}" stroke-width="2.5"><title>${escaped(name)}</title></polyline>`
  })
  return svg(height, 'Lines', marks.join('') + names.join('') + paths.join(''))
}

const svg = (height: number, label: string, content: string): string =>
  `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${content}</svg>`

const positive = ({ values }: Series, bar: number): number => Math.max(values[bar] ?? 0, 0)
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
