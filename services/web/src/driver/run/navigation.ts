// Links that open a map app at a stop.
import type { Stop } from '@bakwacht/api/contract'
import { remember, remembered } from '../../language/remember.ts'

export const MAP_APPS = ['phone', 'google', 'apple', 'waze'] as const
export type MapApp = (typeof MAP_APPS)[number]

export function linkTo(app: MapApp, { location, name }: Pick<Stop, 'location' | 'name'>): string {
  const [lon, lat] = location.coordinates
  switch (app) {
    case 'phone':
      return `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`
    case 'google':
      return `https://www.google.com/maps/dir/?api=1&destination=${lat},${lon}&travelmode=driving`
    case 'apple':
      return `https://maps.apple.com/?daddr=${lat},${lon}&dirflg=d`
    case 'waze':
      return `https://waze.com/ul?ll=${lat},${lon}&navigate=yes`
  }
}

const REMEMBERED = 'bakwacht-map-app'

export const rememberedApp = (): MapApp | undefined =>
  MAP_APPS.find((app) => app === remembered(REMEMBERED))

export const rememberApp = (app: MapApp): void => remember(REMEMBERED, app)
