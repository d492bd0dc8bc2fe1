/** Seconds, load units and money that rounding may cost. The verifier has its own, wider. */
export const EPSILON = 1e-6
