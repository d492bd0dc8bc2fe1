// The InfluxQL that 1.x, 2.x and 3 all understand.
import type { ReadingRange } from '../telemetry-store.ts'

export const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

export const inTime = (from: number, to: number) => `time >= ${from}ms AND time < ${to}ms`

export const inRange = ({ deviceId, from, to }: ReadingRange) =>
  `"device" = ${literal(deviceId)} AND ${inTime(from, to)}`
