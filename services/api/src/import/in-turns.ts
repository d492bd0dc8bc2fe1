// Work on many rows of a file that lets others have their turn: sensors wait on this thread too.
import { setImmediate } from 'node:timers/promises'

const ROWS_AT_A_TIME = 200

/** As `rows.map(read)`, with pauses. */
export async function mapInTurns<Row, Read>(
  rows: readonly Row[],
  read: (row: Row, at: number) => Read,
): Promise<Read[]> {
  const all: Read[] = []
  for (const [at, row] of rows.entries()) {
    all.push(read(row, at))
    if (at % ROWS_AT_A_TIME === 0) await setImmediate()
  }
  return all
}
