// Whole numbers as letters, six bits each: a string is read from a checkpoint or a state many times faster
// than a list of numbers, and takes half the room.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128)
for (let value = 0; value < LETTERS.length; value++) VALUES[LETTERS.charCodeAt(value)] = value

/** Rounded, and cut off at 0 and at the most that so many letters hold. */
export function inLetters(value: number, letters: number): string {
  let rest = Math.min(Math.max(Math.round(value), 0), LETTERS.length ** letters - 1)
  let written = ''
  for (let place = 0; place < letters; place++) {
    written = `${LETTERS[rest % LETTERS.length]}${written}`
    rest = Math.floor(rest / LETTERS.length)
  }
  return written
}

/** @param at where its first letter stands */
export function fromLetters(written: string, at: number, letters: number): number {
  let value = 0
  for (let place = at; place < at + letters; place++)
    value = value * LETTERS.length + (VALUES[written.charCodeAt(place)] ?? 0)
  return value
}
