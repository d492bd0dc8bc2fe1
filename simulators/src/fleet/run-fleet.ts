// The fleet through time: whoever is due next acts, as soon as the clock and the broker allow.
import { setImmediate } from 'node:timers/promises'
import type { Tally } from '../device/tally.ts'
import { Agenda } from './agenda.ts'
import type { Member } from './member.ts'
import type { SimulatedClock } from './simulated-clock.ts'

export interface FleetRun {
  readonly members: readonly Member[]
  readonly clock: SimulatedClock
  readonly tally: Tally
  /** End when simulated time has caught up with the wall clock. */
  readonly once: boolean
  readonly signal: AbortSignal
  readonly onTime: (simulatedNow: number) => void
  /** Simulated time has met the wall clock for the first time; called unless `once`. */
  readonly onCaughtUp: () => void
}

/** Appointments between two pauses in which the network gets its turn. */
const BREATH = 64

/** @returns the last simulated instant */
export async function runFleet(run: FleetRun): Promise<number> {
  const { members, clock, tally, once, signal, onTime, onCaughtUp } = run
  const agenda = new Agenda<Member>()
  for (const member of members) agenda.add(member.firstAt, member)
  let now = 0
  let caughtUp = false
  for (let turn = 1; !signal.aborted; turn++) {
    const next = agenda.next
    if (next === undefined || (once && next.at > clock.wall)) break
    if (next.at > clock.wall && !caughtUp) {
      caughtUp = true
      onCaughtUp()
    }
    if (clock.reachedAt(next.at) > clock.wall) await clock.reach(next.at, signal)
    else if (turn % BREATH === 0) await setImmediate()
    if (!tally.hasRoom) await tally.room(signal)
    if (signal.aborted) break
    agenda.take()
    now = next.at
    agenda.add(next.who.act(now), next.who)
    onTime(now)
  }
  for (const member of members) {
    member.bin.advanceTo(Math.max(now, signal.aborted ? 0 : clock.wall))
    if (once) member.flush(now)
  }
  return now
}
