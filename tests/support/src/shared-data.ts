import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { recordUse } from './usage-log.ts'

const folder = join(import.meta.dirname, '../../../../shared/data')

/**
 * The path of a real data file that lies beside the project, or `undefined` where it is not:
 * such a test says that it skipped, and the run's closing lines say so too.
 */
export function sharedData(file: string): string | undefined {
  const path = join(folder, file)
  const found = existsSync(path)
  recordUse({
    what: `data ${file.split('/')[0]}`,
    used: found,
    detail: found ? '' : 'no ../shared/data',
  })
  return found ? path : undefined
}
