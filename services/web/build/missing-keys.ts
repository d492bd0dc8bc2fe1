/** Which keys of `measure` the other lacks, or has nothing for, each with its path: `shell.today`. */
export function missingKeys(measure: object, other: object, path = ''): readonly string[] {
  return Object.entries(measure).flatMap(([key, value]) => {
    const own: unknown = Object.entries(other).find(([name]) => name === key)?.[1]
    if (own === undefined || own === null) return [`${path}${key}`]
    if (typeof value !== 'object' || value === null || typeof own !== 'object') return []
    return missingKeys(value, own, `${path}${key}.`)
  })
}
