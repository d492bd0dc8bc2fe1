/** Of the fill that is foreseen, and for how many local days ahead. */
export const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const
export const HORIZON_DAYS = [1, 2, 3, 4, 5, 6, 7] as const
