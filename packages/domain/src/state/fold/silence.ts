// Silence is known in two ways that give the same episode: when a reading ends it (here, in the
// fold), and while it lasts, by the time now (`openSilence`, outside the fold).
import type { AlertEpisode, Evidence } from '../../alert/alert.ts'
import type { EpisodeBook } from '../../alert/episode-book.ts'
import type { Settings } from '../../settings.ts'
import { MINUTE_MS } from '../../time/local-time.ts'
import type { FoldConfig } from './fold-config.ts'
import type { FoldState } from './fold-state.ts'
import { silentAfterMs, usualIntervalMs } from './rhythm.ts'

/** Notes the silence that ends at `at`, if it was one. */
export function noteSilence(
  state: FoldState,
  at: number,
  book: EpisodeBook,
  { settings }: FoldConfig,
): void {
  const silence = openSilence(state, at, settings.health)
  if (silence === undefined) return
  book.raise('silent', silence.raisedAt, silence.evidence)
  book.clear('silent', at)
}

/** The silence that lasts at `now`. */
export function openSilence(
  state: FoldState,
  now: number,
  health: Settings['health'],
): AlertEpisode | undefined {
  if (state.heardAt === null) return undefined
  const raisedAt = state.heardAt + silentAfterMs(state.rhythm, health)
  if (now <= raisedAt) return undefined
  const evidence: Evidence = {
    last_reading_at: state.lastReadingAt,
    since_at: state.heardAt,
    usual_interval_min: Math.round(usualIntervalMs(state.rhythm) / MINUTE_MS),
  }
  return { kind: 'silent', raisedAt, clearedAt: null, evidence }
}
