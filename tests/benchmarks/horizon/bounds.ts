import { readFileSync } from 'node:fs'

/** The best upper and lower bounds of each instance, from the table in the README that is published with them. */
export function readBounds(
  readme: string,
): ReadonlyMap<string, { readonly upper: number; readonly lower: number }> {
  const rows = readFileSync(readme, 'utf8').matchAll(
    /<th>(\w+_\d+_\d+_\d+)<\/th>((?:\s*<td>[^<]*<\/td>)+)/g,
  )
  return new Map(
    [...rows].map(([, name = '', cells = '']) => {
      const values = [...cells.matchAll(/<td>([\d.]+)\*?<\/td>/g)].map(([, value]) => Number(value))
      const [upper = Number.NaN, lower = Number.NaN] = values.slice(-2)
      return [name, { upper, lower }]
    }),
  )
}
