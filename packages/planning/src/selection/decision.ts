import type { Container, LeftOutCode, MayCode, MustCode, Reason } from '@bakwacht/domain'
import type { ExpectedLoad } from './expected-load.ts'

/** What is decided for one container on one date, before any route is known. */
export type Decision = Must | May | Not

interface Visit<Code extends MustCode | MayCode> {
  readonly container: Container
  readonly reason: Reason<Code>
  /** At the middle of the shifts. */
  readonly expected: ExpectedLoad
}

/** It has to be emptied. */
export interface Must extends Visit<MustCode> {
  readonly kind: 'must'
}

/** Worth a visit if the way there costs less than `prize`, in euro. */
export interface May extends Visit<MayCode> {
  readonly kind: 'may'
  readonly prize: number
}

export interface Not {
  readonly kind: 'not'
  readonly container: Container
  readonly reason: Reason<LeftOutCode>
}

/** A visit that the search is asked to fit in. */
export interface Wanted {
  readonly container: Container
  readonly reason: Reason<MustCode | MayCode>
  /** Without a standard deviation the weight counts as known. */
  readonly expected: Pick<ExpectedLoad, 'kg' | 'l'> & Partial<Pick<ExpectedLoad, 'sdKg'>>
  /** Euro; `null`: it has to be made. */
  readonly prize: number | null
}

export const wantedOf = (decisions: readonly Decision[]): readonly Wanted[] =>
  decisions.flatMap((decision): Wanted[] => {
    if (decision.kind === 'not') return []
    const { container, reason, expected } = decision
    return [{ container, reason, expected, prize: decision.kind === 'may' ? decision.prize : null }]
  })
