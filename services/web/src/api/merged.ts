// What two people made of the same entry, field by field.
type Fields = Readonly<Record<string, unknown>>

/** In which fields they differ, in the order of `before`. Both come from the service, which orders what a field holds. */
export const changedFields = (before: object, after: object): readonly string[] =>
  Object.keys(before).filter((field) => !isSame(before, after, field))

/**
 * What others changed, and over it what was changed here. Of lists, what either added is there and what either removed is not.
 * @param base what both began with
 */
export function merged<Entry extends object>(base: Entry, own: Entry, theirs: Entry): Entry {
  const changed = Object.entries(own).filter(([field]) => !isSame(base, own, field))
  const over = changed.map(([field, value]) => {
    const [before, stored] = [fieldOf(base, field), fieldOf(theirs, field)]
    const lists = Array.isArray(before) && Array.isArray(value) && Array.isArray(stored)
    return [field, lists ? mergedList(before, value, stored) : value]
  })
  return { ...theirs, ...Object.fromEntries(over) }
}

function mergedList(base: readonly unknown[], own: readonly unknown[], theirs: readonly unknown[]) {
  const [before, here, there] = [base, own, theirs].map((list) => new Set(list.map(written)))
  const stays = theirs.filter((item) => !before?.has(written(item)) || here?.has(written(item)))
  const added = own.filter((item) => !before?.has(written(item)) && !there?.has(written(item)))
  return [...stays, ...added]
}

const fieldOf = (entry: object, field: string): unknown => (entry as Fields)[field]

const isSame = (one: object, other: object, field: string): boolean =>
  written(fieldOf(one, field)) === written(fieldOf(other, field))

const written = (value: unknown): string => JSON.stringify(value) ?? ''
