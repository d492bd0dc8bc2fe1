/**
 * The line, from 1, in which a text stops being JSON. The engine names it for some faults only; for the
 * others the shortest beginning is sought that no ending could make whole.
 */
export function jsonFaultLine(text: string): number {
  let sound = 0
  let broken = text.length
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1
    if (couldGoOn(text.slice(0, middle))) sound = middle
    else broken = middle
  }
  return text.slice(0, Math.max(0, broken - 1)).split('\n').length
}

function couldGoOn(beginning: string): boolean {
  // A word that is cut off (`tru`) is no fault yet.
  const whole = beginning.replace(/[a-z]+$/, '')
  try {
    JSON.parse(whole)
    return true
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? []
    return position === undefined
      ? String(error).includes('Unexpected end')
      : Number(position) >= whole.length - 1
  }
}
