// Numbers as people are told them.

export const rounded = (value: number, digits = 1): number => {
  const factor = 10 ** digits
  // Plus zero: JSON knows no -0.
  return Math.round(value * factor) / factor + 0
}
