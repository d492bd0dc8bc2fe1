// All faults by name, in the order in which they act: first what a device measures and says,
// then what becomes of it on the way.

import { burst } from './burst.ts'
import { clockSkew } from './clock-skew.ts'
import { drift } from './drift.ts'
import { duplicates } from './duplicates.ts'
import type { FaultKind } from './fault.ts'
import { garbage } from './garbage.ts'
import { moved } from './moved.ts'
import { noClock } from './no-clock.ts'
import { noise } from './noise.ts'
import { reboot } from './reboot.ts'
import { reorder } from './reorder.ts'
import { silence } from './silence.ts'
import { stuck } from './stuck.ts'
import { weakBattery } from './weak-battery.ts'

export const faultKinds = {
  drift,
  noise,
  stuck,
  moved,
  weak_battery: weakBattery,
  clock_skew: clockSkew,
  no_clock: noClock,
  reboot,
  silence,
  burst,
  reorder,
  duplicates,
  garbage,
} as const satisfies Readonly<Record<string, FaultKind>>

export type FaultName = keyof typeof faultKinds
export const faultNames = Object.keys(faultKinds) as FaultName[]

export const isFaultName = (text: string): text is FaultName => Object.hasOwn(faultKinds, text)

/** Faults asked for, each with the share of devices that have it. */
export type FaultShares = Readonly<Partial<Record<FaultName, number>>>
