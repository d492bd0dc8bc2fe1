// Asks a .vrp file's parts for values; whatever is missing or wrong is named with its line.
import { NOT_NEGATIVE, type NumberRule, type TextSource } from '../text/text-source.ts'
import type { Section, VrplibParts } from './vrplib-parts.ts'

export class VrplibReader {
  readonly source: TextSource
  readonly #parts: VrplibParts

  constructor(source: TextSource, parts: VrplibParts) {
    this.source = source
    this.#parts = parts
  }

  has(section: string): boolean {
    return this.#parts.sections.has(section)
  }

  section(name: string): Section {
    const section = this.#parts.sections.get(name)
    if (section === undefined) throw this.#missing(name)
    return section
  }

  text(key: string): string {
    const specification = this.#parts.specifications.get(key)
    if (specification === undefined) throw this.#missing(key)
    return specification.value
  }

  choice<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    const got = this.text(key)
    const choice = choices.find((one) => one === got)
    if (choice === undefined)
      throw this.source.fault(this.#lineOf(key), key, got, choices.join(', '))
    return choice
  }

  number(key: string, rule: NumberRule): number {
    return this.source.number(this.#lineOf(key), key, this.text(key), rule)
  }

  optionalNumber(key: string, rule: NumberRule): number | null {
    return this.#parts.specifications.has(key) ? this.number(key, rule) : null
  }

  /** Rows `index value …` of a section, by index − 1; each of 1…count once, in any order. */
  table(name: string, count: number, columns: number, rule: NumberRule): number[][] {
    const { line, rows } = this.section(name)
    const table: number[][] = Array.from({ length: Math.min(count, rows.length) })
    for (const row of rows) {
      const index = this.source.number(row.line, name, row.cells[0], {
        wanted: `1 … ${count}`,
        holds: (value) => Number.isInteger(value) && value >= 1 && value <= count,
      })
      if (row.cells.length !== columns + 1)
        throw this.source.fault(row.line, name, row.text, `${columns + 1} values`)
      if (table[index - 1] !== undefined)
        throw this.source.fault(row.line, name, `${index} again`, 'each once')
      table[index - 1] = row.cells
        .slice(1)
        .map((cell) => this.source.number(row.line, `${name} of ${index}`, cell, rule))
    }
    if (rows.length !== count)
      throw this.source.fault(line, name, `${rows.length} rows`, `${count} rows`)
    return table
  }

  /** The single value of each row of such a section. */
  column(name: string, count: number): number[] {
    return this.table(name, count, 1, NOT_NEGATIVE).map(([value = 0]) => value)
  }

  #lineOf(key: string): number {
    return this.#parts.specifications.get(key)?.line ?? this.source.lastLine
  }

  #missing(name: string) {
    return this.source.fault(this.source.lastLine, name, 'a file without it', name)
  }
}
