import type { Log } from '@bakwacht/runtime'
import { openCsvOutdoor } from './csv-outdoor.ts'
import { openHttpOutdoor } from './http-outdoor.ts'
import type { Outdoor } from './outdoor.ts'

/**
 * The source that the configuration names: an address or a file. Another kind of source is another
 * adapter of `Outdoor`, and a line here.
 */
export function openOutdoor(
  place: string | undefined,
  log?: Pick<Log, 'warn'>,
): Promise<Outdoor | undefined> {
  if (place === undefined) return Promise.resolve(undefined)
  return /^https?:/.test(place) ? openHttpOutdoor(place, log) : openCsvOutdoor(place, log)
}
