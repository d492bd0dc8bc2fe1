// What only the oracle may have: what will be brought to each bin. It follows the bins by its own visits.
import { HOUR_MS } from '@bakwacht/domain'
import { type Contents, nothing, settle, takeIn } from '@bakwacht/simulators/world'
import type { Fleet } from './fleet.ts'
import type { Gifts } from './street.ts'
import type { TimedGift } from './timed-gift.ts'

export interface Foreknown {
  emptied(containerId: string, at: number): void
  /**
   * What is in it at `now`, since when it has been filling, and when the first gift will find no room;
   * `null`: not before `until`.
   */
  of(
    containerId: string,
    now: number,
    until: number,
  ): {
    readonly kg: number
    readonly l: number
    readonly sinceAt: number
    readonly fullAt: number | null
  }
}

interface Followed {
  readonly capacityL: number
  readonly gifts: readonly TimedGift[]
  contents: Contents
  /** Gifts before this one are in. */
  next: number
  at: number
  sinceAt: number
}

export function foreknown({ bins }: Fleet, gifts: Gifts, startAt: number): Foreknown {
  const followed = new Map(
    bins.map(({ container, profile, initial }): [string, Followed] => [
      container.id,
      {
        capacityL: profile.capacityL,
        gifts: gifts.get(container.id) ?? [],
        ...{ contents: initial, next: 0, at: startAt, sinceAt: startAt },
      },
    ]),
  )
  const find = (id: string): Followed => {
    const found = followed.get(id)
    if (found === undefined) throw new Error(`got ${id}, wanted a container of the fleet`)
    return found
  }
  return {
    emptied(containerId, at) {
      const bin = find(containerId)
      follow(bin, at)
      Object.assign(bin, { contents: nothing, sinceAt: at })
    },
    of(containerId, now, until) {
      const bin = find(containerId)
      follow(bin, now)
      const { kg, litres } = bin.contents
      return { kg, l: litres, sinceAt: bin.sinceAt, fullAt: firstRefusal(bin, until) }
    },
  }
}

function follow(bin: Followed, until: number): void {
  for (let given = bin.gifts[bin.next]; given !== undefined && given.at < until; ) {
    const { contents } = takeIn(settledAt(bin, given.at), [given.gift], bin.capacityL)
    Object.assign(bin, { contents, at: given.at, next: bin.next + 1 })
    given = bin.gifts[bin.next]
  }
}

function firstRefusal(bin: Followed, until: number): number | null {
  let { contents, at, next } = bin
  for (let given = bin.gifts[next]; given !== undefined && given.at < until; ) {
    const before = settledAt({ ...bin, contents, at }, given.at)
    const taken = takeIn(before, [given.gift], bin.capacityL)
    if (taken.refused.length > 0) return given.at
    contents = taken.contents
    at = given.at
    given = bin.gifts[++next]
  }
  return null
}

const settledAt = ({ contents, at }: Followed, until: number): Contents =>
  settle(contents, Math.max(until - at, 0) / HOUR_MS)
