/**
 * Somebody may have set the phone's clock back since the tap: no tap is refused because of that.
 * @param now by the service's clock, UTC ms
 */
export const noLaterThan = (now: number, at: string): string =>
  new Date(Math.min(Date.parse(at), now)).toISOString()
