// Rows of a CSV file, plain or gzipped, one after the other: a year of readings in constant memory.
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'

export interface Row {
  /** In the file, the header is line 1. */
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** @throws Error when the file cannot be read at all */
export async function* rowsOf(file: string): AsyncGenerator<Row> {
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const source = createReadStream(file)
  const done = (error: unknown) => {
    if (error instanceof Error) parser.destroy(error)
  }
  if (file.endsWith('.gz')) pipeline(source, createGunzip(), parser, done)
  else pipeline(source, parser, done)
  for await (const { info, record } of parser as AsyncIterable<ParsedRow>)
    yield { line: info.lines, values: record }
}

interface ParsedRow {
  readonly info: { readonly lines: number }
  readonly record: Record<string, string>
}
