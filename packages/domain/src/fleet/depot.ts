import type { ClockTime, LonLat } from './container.ts'

/** Where vehicles start, unload and end. `open` bounds the hours in which unloading is possible. */
export interface Depot {
  readonly id: string
  readonly name: string
  readonly location: LonLat
  readonly unloadMin: number
  readonly open: { readonly from: ClockTime; readonly to: ClockTime }
  /** False: retired. It is planned from no more; its past runs stay. */
  readonly active: boolean
}

export const depotDefaults = {
  unloadMin: 20,
  open: { from: '06:00', to: '20:00' },
  active: true,
} as const satisfies Partial<Depot>
