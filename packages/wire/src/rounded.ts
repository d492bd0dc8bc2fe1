/** As many decimals as mean something: a hundredth of a metre of road does not. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

export const roundedOrNull = (value: number | null, decimals: number): number | null =>
  value === null ? null : rounded(value, decimals)
