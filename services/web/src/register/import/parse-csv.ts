// CSV as RFC 4180 has it, with the separators that spreadsheets use: , ; tab and |.

export interface CsvRow {
  /** The line in the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const SEPARATORS = [';', '\t', ',', '|'] as const

/** Rows that hold something; the first is the heading. */
export function parseCsv(file: string): readonly CsvRow[] {
  const text = file.replace(/^\uFEFF/, '')
  // Excel writes this line for itself.
  const told = /^"?sep=(.)"?\r?\n/i.exec(text)
  const body = told === null ? text : text.slice(told[0].length)
  const rows = split(body, told?.[1] ?? separatorOf(body), told === null ? 1 : 2)
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** The one that parts the first line most often. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const heading = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '')
  const parts = SEPARATORS.map((separator) => heading.split(separator).length)
  return SEPARATORS[parts.indexOf(Math.max(...parts))] ?? ','
}

function split(text: string, separator: string, firstLine: number): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = firstLine
  let begun = firstLine
  let at = 0
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator)
    line += newlines(text, at, next)
    cells.push(cell.trim())
    const after = text[next]
    at = next + 1
    if (after === separator) {
      // A separator at the very end has an empty cell behind it.
      if (at < text.length) continue
      cells.push('')
    }
    if (after === '\r' && text[at] === '\n') at++
    rows.push({ line: begun, cells })
    cells = []
    if (after === '\r' || after === '\n') line++
    begun = line
  }
  return rows
}

function plain(text: string, from: number, separator: string): [cell: string, next: number] {
  let next = from
  while (next < text.length && text[next] !== separator && !/[\r\n]/.test(text[next] ?? '')) next++
  return [text.slice(from, next), next]
}

/** A doubled quote is one; what stands between the last quote and the separator belongs to it as well. */
function quoted(text: string, from: number, separator: string): [cell: string, next: number] {
  let end = from + 1
  while (end < text.length) {
    if (text[end] === '"' && text[end + 1] !== '"') break
    end += text[end] === '"' ? 2 : 1
  }
  const cell = text.slice(from + 1, end).replaceAll('""', '"')
  const [rest, next] = plain(text, Math.min(end + 1, text.length), separator)
  return [cell + rest, next]
}

function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count++
  }
  return count
}
