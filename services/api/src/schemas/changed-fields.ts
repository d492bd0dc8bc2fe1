/** Paths of what differs between two records of records: `damp.excess_hours`; a list is one field. */
export function changedFields(before: object, after: object): string[] {
  return Object.entries(after).flatMap(([key, now]) => {
    const was = before[key as keyof typeof before] as unknown
    if (isRecord(now) && isRecord(was))
      return changedFields(was, now).map((field) => `${key}.${field}`)
    return JSON.stringify(now) === JSON.stringify(was) ? [] : [key]
  })
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
