// Tests run in many processes; each notes here which real servers and data it used or missed,
// so that the end of the run can say so.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

export const USAGE_LOG = 'BAKWACHT_TEST_USAGE_LOG'

export interface Use {
  readonly what: string
  readonly used: boolean
  /** A version, or why it was not used. */
  readonly detail: string
}

const noted = new Set<string>()

export function recordUse(use: Use): void {
  const file = process.env[USAGE_LOG]
  const line = JSON.stringify(use)
  if (file === undefined || noted.has(line)) return
  noted.add(line)
  appendFileSync(file, `${line}\n`)
}

/** Every use once, in the order of first mention. */
export function readUses(file: string): Use[] {
  if (!existsSync(file)) return []
  const lines = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  return [...lines].map((line) => JSON.parse(line) as Use)
}
