/** A number stays with its unit: `€ 14`, `87 %`, `75 kg`. */
const HELD_TOGETHER = /(?<=€) (?=\d)|(?<=\d) (?=[%€]|kg\b|g\/m³)/g
const NO_BREAK = '\u00a0'

/** Breaks text at blanks into lines of at most `width`; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replaceAll(HELD_TOGETHER, NO_BREAK).split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((each) => each.replaceAll(NO_BREAK, ' '))
}

/** Text in a column: padded, or cut with an ellipsis. */
export const column = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)
