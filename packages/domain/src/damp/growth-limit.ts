// The relative humidity below which no mould of any kind grows, by temperature: the lowest isopleth
// of Zeng et al. 2023 (doi:10.1177/01436244221137846). Where an hour lies above it, textile is wet.

const DEPTH = 0.02633
const PER_K = 0.10083
const WARMEST_C = 30
const LEAST = 0.7153

/** Percent; above 100 where it is too cold for any growth. */
export const growthLimitRhPct = (tempC: number): number =>
  100 * (DEPTH * Math.cosh(PER_K * (tempC - WARMEST_C)) + LEAST)
