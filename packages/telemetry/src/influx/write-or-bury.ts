// InfluxDB refuses a batch for one bad line without naming it. The halves are written again until
// the bad lines stand alone; a line that was stored before is only written to the same point.
import type { InfluxConnection } from './influx-connection.ts'
import { InfluxFault } from './influx-fault.ts'

export interface RefusedLine {
  readonly index: number
  readonly reason: string
}

/** @throws InfluxFault when InfluxDB is away or misconfigured: nothing is known of the batch then */
export async function writeOrBury(
  influx: Pick<InfluxConnection, 'write'>,
  lines: readonly string[],
  signal?: AbortSignal,
  offset = 0,
): Promise<RefusedLine[]> {
  try {
    await influx.write(lines, signal)
    return []
  } catch (error) {
    if (!(error instanceof InfluxFault) || error.kind !== 'refused') throw error
    if (lines.length === 1) return [{ index: offset, reason: error.message }]
    const half = lines.length >> 1
    return [
      ...(await writeOrBury(influx, lines.slice(0, half), signal, offset)),
      ...(await writeOrBury(influx, lines.slice(half), signal, offset + half)),
    ]
  }
}
