// Why a stop is in the run, as the mark that the map would show, and how full its container is.
import type { Mark, Reason, Stop } from '@bakwacht/api/contract'

interface ReasonMark {
  readonly mark: Mark
  readonly damp: boolean
}

const MUST = { mark: 'must', damp: false } as const
const MAY = { mark: 'may', damp: false } as const
const DAMP = { mark: 'must', damp: true } as const

const MARKS: Partial<Record<Reason['code'], ReasonMark>> = {
  alarm: { mark: 'alarm', damp: false },
  water_ingress: DAMP,
  damp: DAMP,
  damp_watch: { mark: 'may', damp: true },
  worth_the_detour: MAY,
  due: MAY,
  estimated_full: { mark: 'unknown', damp: false },
}

/** In %, as the reason says it, where it says one. */
export function fillOfStop({ reason: { evidence } }: Stop): number | null {
  const pct = evidence.expected_pct ?? evidence.fill_pct
  return typeof pct === 'number' ? pct : null
}

export const markOfStop = ({ reason }: Stop): ReasonMark => MARKS[reason.code] ?? MUST
