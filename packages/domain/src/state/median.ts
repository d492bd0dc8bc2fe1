/** The middle value; of an even number the mean of the two. `undefined` of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = new Float64Array(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined || sorted.length % 2 === 1) return upper
  return ((sorted[middle - 1] ?? upper) + upper) / 2
}
