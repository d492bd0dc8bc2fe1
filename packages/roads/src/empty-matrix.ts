import type { OffRoad, TravelMatrix } from './travel-times.ts'

/** Zero everywhere, on shared memory. 32 bits hold every whole second and metre below 16.7 million. */
export function emptyMatrix(size: number, offRoad: ReadonlyMap<number, OffRoad> = new Map()) {
  const cells = () => new Float32Array(new SharedArrayBuffer(4 * size * size))
  return { size, durations: cells(), distances: cells(), offRoad } satisfies TravelMatrix
}
