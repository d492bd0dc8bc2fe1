/** Waiting times between tries, doubling: soon at first, then sparing of battery. */
const FIRST_MS = 2000
const LONGEST_MS = 60_000

/** @param failures in a row, from 1; @param random in [0, 1): phones that lost one mast do not come back as one */
export const backOffMs = (failures: number, random: number): number =>
  Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.75 + random / 2)
