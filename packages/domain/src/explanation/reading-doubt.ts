// Why a reading says nothing of how full a container is.
import type { Language } from '../collection/sentences/sentences.ts'
import { hasFlag } from '../reading/quality-flag.ts'
import type { Reading } from '../reading/reading.ts'
import { explainedIn } from './sentences/index.ts'

export const READING_DOUBTS = [
  'no_echo',
  'distance_impossible',
  'fill_impossible',
  'late',
  'no_level',
  'unconfirmed',
] as const
export type ReadingDoubt = (typeof READING_DOUBTS)[number]

/**
 * @param levelAt UTC ms of the reading that the level rests on; `null`: there is none
 * @returns `null` where it counts
 */
export function doubtOf(reading: Reading, levelAt: number | null): ReadingDoubt | null {
  const flagged = (['late', 'no_echo', 'distance_impossible', 'fill_impossible'] as const).find(
    (flag) => hasFlag(reading.flags, flag),
  )
  if (flagged === 'late') return flagged
  if (reading.distanceMm === null && reading.fillPct === null) return flagged ?? 'no_level'
  return levelAt === null || reading.observedAt > levelAt ? 'unconfirmed' : null
}

export const doubtText = (doubt: ReadingDoubt, language: Language): string =>
  explainedIn[language].doubts[doubt]
