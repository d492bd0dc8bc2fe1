import { type Container, type Depot, type LonLat, MINUTE_MS, type Site } from '@bakwacht/domain'
import { openHours } from '../calendar/shift-hours.ts'
import { accessOn, intersect, type Span } from '../calendar/span.ts'

/** Where a vehicle stops for a container: its site, where it has one. */
export const placeOf = (container: Container, site: Site | undefined): LonLat =>
  site?.location ?? container.location

/** When a container can be visited on a date: its own hours, its site's and its depot's together. */
export function placeHours(
  container: Container,
  site: Site | undefined,
  depot: Depot,
  date: string,
  timezone: string,
): readonly Span[] {
  const own = accessOn(container.access, date, timezone)
  const shared = accessOn(site?.access ?? [], date, timezone)
  return intersect(intersect(own, shared), [openHours(depot, date, timezone)])
}

/** The site's minutes once, for the first container served there, and the container's own. */
export const serviceMs = (
  container: Container,
  site: Site | undefined,
  firstThere: boolean,
): number => (container.serviceMin + (firstThere ? (site?.siteMin ?? 0) : 0)) * MINUTE_MS
