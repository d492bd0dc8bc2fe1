// Solomon's .txt (and Gehring and Homberger's): a name, a table VEHICLE, a table CUSTOMER.
import type { BenchmarkInstance } from '../benchmark/benchmark-instance.ts'
import {
  ANY_NUMBER,
  NOT_NEGATIVE,
  type Row,
  TextSource,
  WHOLE_ABOVE_ZERO,
} from '../text/text-source.ts'

const COLUMNS = [
  'CUST NO.',
  'XCOORD.',
  'YCOORD.',
  'DEMAND',
  'READY TIME',
  'DUE DATE',
  'SERVICE TIME',
] as const

/** @throws RoutingFileError naming line and field */
export function readSolomon(file: string, text: string): BenchmarkInstance {
  const source = new TextSource(file, text)
  const [fleet] = numberRows(source, 'VEHICLE')
  const nodes = numberRows(source, 'CUSTOMER').map((row, node) => nodeIn(source, row, node))
  if (nodes.length === 0)
    throw source.fault(source.lastLine, 'CUSTOMER', 'no rows', 'the depot as customer 0')
  const { line, cells } = fleet ?? { line: source.lastLine, cells: [] }
  const count = source.number(line, 'VEHICLE NUMBER', cells[0], WHOLE_ABOVE_ZERO)
  const capacity = source.number(line, 'VEHICLE CAPACITY', cells[1], NOT_NEGATIVE)
  const vehicle = { capacity, fixedCost: 0, unitCost: 1, reloads: false }
  return {
    name: source.rows[0]?.text ?? file,
    format: 'solomon',
    convention: 'tenths',
    points: nodes.map(([x = 0, y = 0]) => [x, y]),
    weights: null,
    demands: nodes.map(([, , demand = 0]) => demand),
    windows: nodes.map(([, , , from = 0, to = 0]) => [from, to]),
    serviceTimes: nodes.map(([, , , , , service = 0]) => service),
    releases: null,
    prizes: null,
    // More of them than customers can never be out at once.
    vehicles: Array.from({ length: Math.min(count, nodes.length) }, () => vehicle),
    capacity,
    vehiclesDiffer: false,
  }
}

/** The rows that follow such a title and its line of column names. */
function numberRows(source: TextSource, title: string): Row[] {
  const at = source.rows.findIndex(({ text }) => text.toUpperCase() === title)
  if (at < 0) throw source.fault(source.lastLine, title, 'a file without it', `a line "${title}"`)
  const rows = source.rows.slice(at + 2)
  const end = rows.findIndex(({ text }) => /^[a-z]+$/i.test(text))
  return end < 0 ? rows : rows.slice(0, end)
}

/** x, y, demand, ready, due, service. */
function nodeIn(source: TextSource, { line, text, cells }: Row, node: number): number[] {
  if (cells.length !== COLUMNS.length)
    throw source.fault(line, 'CUSTOMER', text, `${COLUMNS.length} values: ${COLUMNS.join(', ')}`)
  const values = cells.map((cell, column) => {
    const rule = column === 1 || column === 2 ? ANY_NUMBER : NOT_NEGATIVE
    return source.number(line, COLUMNS[column] ?? '', cell, rule)
  })
  const [number = 0, , , , ready = 0, due = 0] = values
  if (number !== node)
    throw source.fault(line, 'CUST NO.', number, `${node}: numbered from 0, the depot`)
  if (ready > due) throw source.fault(line, 'DUE DATE', due, `${ready}, READY TIME, or later`)
  return values.slice(1)
}
