/** To a thousandth: whole where the file's numbers are. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000
