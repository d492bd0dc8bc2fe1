// Weather from a CSV file, read again when it has changed.
import { readFile, stat } from 'node:fs/promises'
import type { OutdoorHour } from '@bakwacht/domain'
import type { Log } from '@bakwacht/runtime'
import type { Outdoor } from './outdoor.ts'
import { parseWeather } from './weather-rows.ts'

/** @throws when the file cannot be read or lacks a column */
export async function openCsvOutdoor(file: string, log?: Pick<Log, 'warn'>): Promise<Outdoor> {
  let hours: ReadonlyMap<number, OutdoorHour> = new Map()
  let readAt = 0
  const read = async (): Promise<void> => {
    const { mtimeMs } = await stat(file)
    if (mtimeMs === readAt) return
    const parsed = parseWeather(await readFile(file, 'utf8'))
    hours = parsed.hours
    readAt = mtimeMs
    if (parsed.unreadable > 0) log?.warn({ file, rows: parsed.unreadable }, 'weather rows left out')
  }
  await read()
  return {
    at: (hour) => hours.get(hour),
    refresh: () => read().catch((err) => log?.warn({ err, file }, 'weather not read')),
  }
}
