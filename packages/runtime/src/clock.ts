/** The time now, UTC ms. Every rule takes it as a parameter; this is where it comes from. */
export type Clock = () => number

/** The real clock, or one that stood at `startAt` when it was made and runs on from there. */
export function createClock(startAt?: number): Clock {
  if (startAt === undefined) return Date.now
  const offset = startAt - Date.now()
  return () => Date.now() + offset
}
