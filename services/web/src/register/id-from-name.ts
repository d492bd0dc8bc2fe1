// A code out of a name: what the API takes as an id, and what people can still read.
const LONGEST = 64

/** @param taken ids that are in use; the new one is none of them */
export function idFromName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST - 6)
    .replaceAll(/^-+|-+$/g, '')
  const id = plain === '' ? 'no-name' : plain
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`
    if (!taken.has(candidate)) return candidate
  }
}

export const isId = (text: string): boolean => /^[A-Za-z0-9._:-]{1,64}$/.test(text)
