// What a forecast may be developed on: the first 70 % of the year, of two thirds of the devices. The rest is
// held out, and was fixed before anything was tried.

/** Share of the recorded time that development may see. */
export const DEVELOPED_SHARE = 0.7

/** Every third device by its id is held out, as is what comes after `DEVELOPED_SHARE`. */
export const isHeldOutDevice = (index: number): boolean => index % 3 === 2

/** Origins that are scored begin after this: a forecast and its rivals have something to learn from. */
export const WARM_UP_DAYS = 28

export const HORIZONS = [1, 2, 3, 4, 5, 6, 7] as const
export const CHANCES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const
