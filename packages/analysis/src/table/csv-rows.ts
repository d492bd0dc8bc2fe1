// Rows of a CSV file, plain or gzipped, one after the other.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CsvError, parse } from 'csv-parse'
import { InputError } from '../input-error.ts'

export interface Row {
  /** In the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * @param onShare told now and then how much of the file is read, 0–1
 * @throws InputError when the file cannot be read, or is no CSV
 */
export async function* csvRows(
  file: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  try {
    const { size } = await stat(file)
    const source = createReadStream(file)
    source.on('data', () => onShare(source.bytesRead / size))
    const done = (error: unknown) => {
      if (error instanceof Error) parser.destroy(error)
    }
    if (/\.gz$/i.test(file)) pipeline(source, createGunzip(), parser, done)
    else pipeline(source, parser, done)
    for await (const { info, record } of parser as AsyncIterable<ParsedRow>) {
      signal.throwIfAborted()
      yield { line: info.lines, cells: record }
    }
  } catch (error) {
    signal.throwIfAborted()
    throw isOfTheFile(error) ? new InputError(`${file}: ${error.message}`, { cause: error }) : error
  }
}

interface ParsedRow {
  readonly info: { readonly lines: number }
  readonly record: string[]
}

const isOfTheFile = (error: unknown): error is Error =>
  error instanceof CsvError ||
  (error instanceof Error && 'code' in error && /^(E[A-Z]+|Z_[A-Z_]+)$/.test(`${error.code}`))
