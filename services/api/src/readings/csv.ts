// Readings as CSV, page by page: memory stays flat, and a slow reader slows the reading down.
// No cell needs quotes: numbers, times, ids and flag names only.
const PAGE = 2000

const MEASURED = ['distance_mm', 'fill_pct', 'temp_c', 'rh_pct', 'battery_v'] as const
const READING_COLUMNS = [
  'ts',
  'device_id',
  ...MEASURED,
  'rssi_dbm',
  'tilt_deg',
  'lid_opens',
  'seq',
  'flags',
] as const
const MEAN_COLUMNS = ['ts', 'count', ...MEASURED] as const

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly nextCursor: string | null
  readonly completeUntil: number
}

/** Reads the first page at once, so that a failure is still an answer of its own. */
export async function csvOf(
  every: string | undefined,
  read: (limit: number, cursor: string | undefined) => Promise<Page>,
): Promise<{ readonly completeUntil: number; readonly lines: AsyncGenerator<string> }> {
  const columns = every === undefined ? READING_COLUMNS : MEAN_COLUMNS
  const first = await read(PAGE, undefined)

  async function* lines() {
    yield `${columns.join(',')}\n`
    let page = first
    while (true) {
      if (page.items.length > 0) yield page.items.map((item) => lineOf(item, columns)).join('')
      if (page.nextCursor === null) return
      page = await read(PAGE, page.nextCursor)
    }
  }
  return { completeUntil: first.completeUntil, lines: lines() }
}

const lineOf = (item: Readonly<Record<string, unknown>>, columns: readonly string[]) =>
  `${columns.map((column) => cell(item[column])).join(',')}\n`

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}
