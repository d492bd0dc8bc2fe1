// What a .vrp file is made of: `KEY : VALUE` specifications and sections of rows.
import type { Row, TextSource } from '../text/text-source.ts'

export interface Specification {
  readonly line: number
  readonly value: string
}

export interface Section {
  readonly line: number
  readonly rows: readonly Row[]
}

export interface VrplibParts {
  readonly specifications: ReadonlyMap<string, Specification>
  readonly sections: ReadonlyMap<string, Section>
}

const SPECIFICATIONS = [
  ...['NAME', 'COMMENT', 'TYPE', 'DIMENSION', 'VEHICLES', 'CAPACITY', 'SERVICE_TIME'],
  ...['EDGE_WEIGHT_TYPE', 'EDGE_WEIGHT_FORMAT', 'DISPLAY_DATA_TYPE', 'NODE_COORD_TYPE'],
]
const SECTIONS = [
  ...['NODE_COORD', 'EDGE_WEIGHT', 'DEMAND', 'DEPOT', 'TIME_WINDOW', 'SERVICE_TIME'],
  ...['RELEASE_TIME', 'PRIZE', 'CAPACITY', 'VEHICLES_RELOAD_DEPOT', 'VEHICLES_FIXED_COST'],
  ...['VEHICLES_UNIT_DISTANCE_COST', 'DISPLAY_DATA'],
].map((name) => `${name}_SECTION`)

/** @throws RoutingFileError on what is no part, not known (it might be a constraint), or there twice */
export function vrplibParts(source: TextSource): VrplibParts {
  const specifications = new Map<string, Specification>()
  const sections = new Map<string, { line: number; rows: Row[] }>()
  let section: { line: number; rows: Row[] } | undefined
  for (const row of source.rows) {
    if (row.text === 'EOF') break
    const [, key, value = ''] = /^([A-Z][A-Z_]*)\s*(?::\s*(.*))?$/i.exec(row.text) ?? []
    if (key === undefined) {
      if (section === undefined) throw source.fault(row.line, 'header', row.text, '"KEY : VALUE"')
      section.rows.push(row)
    } else if (key.endsWith('_SECTION')) {
      section = { line: row.line, rows: [] }
      add(sections, SECTIONS, key, section, row)
    } else {
      add(specifications, SPECIFICATIONS, key, { line: row.line, value: unquoted(value) }, row)
      section = undefined
    }
  }
  return { specifications, sections }

  function add<Part>(parts: Map<string, Part>, known: string[], key: string, part: Part, row: Row) {
    if (!known.includes(key))
      throw source.fault(row.line, key, row.text, `one of ${known.join(', ')}`)
    if (parts.has(key)) throw source.fault(row.line, key, 'it again', `${key} once`)
    parts.set(key, part)
  }
}

const unquoted = (value: string): string => value.trim().replace(/^"(.*)"$/, '$1')
