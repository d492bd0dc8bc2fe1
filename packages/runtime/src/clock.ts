/** The time now, UTC ms. Every rule takes it as a parameter; this is where it comes from. */
export type Clock = () => number

/** A clock that said `at` (UTC ms) when this process began, and runs `speed` times as fast as real time. */
export interface RehearsedTime {
  readonly at: number
  readonly speed: number
}

/** The real clock, or a rehearsed one, on which all threads of this process agree. */
export function createClock(rehearsed?: RehearsedTime): Clock {
  if (rehearsed === undefined) return Date.now
  const { at, speed } = rehearsed
  return () => Math.floor(at + 1000 * process.uptime() * speed)
}
