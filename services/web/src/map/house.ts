/** The sign of a depot, in a square of 28. */
export const HOUSE_PATH = 'M14 3 26 13H23V24H5V13H2Z'
