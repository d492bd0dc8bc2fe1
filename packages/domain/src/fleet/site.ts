// A place with several containers, served together: the site's minutes once, then each container's.
import type { AccessWindow, LonLat } from './container.ts'

export interface Site {
  readonly id: string
  readonly name: string
  readonly location: LonLat
  readonly siteMin: number
  readonly access: readonly AccessWindow[]
  /** False: retired; no container in use stands there. */
  readonly active: boolean
}

export const siteDefaults = {
  siteMin: 4,
  access: [],
  active: true,
} as const satisfies Partial<Site>
