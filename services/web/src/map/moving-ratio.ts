// How sharp a map is while it moves, where a processor draws it.

/** Fewer than these save little more: the marks themselves are then most of the work. */
const MOVING_PIXELS = 150_000
/** In fewer, the smallest marks lose their shapes. */
const LEAST = 0.5

/** @returns device pixels per CSS pixel of a map of so many CSS pixels; never more than the `ratio` it has at rest */
export function movingRatio(width: number, height: number, ratio: number): number {
  const enough = Math.sqrt(MOVING_PIXELS / Math.max(width * height, 1))
  return Math.min(ratio, Math.max(enough, LEAST))
}
