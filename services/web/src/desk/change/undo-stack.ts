// What can be taken back: each change with the version of the plan before and after it.

export interface Done {
  /** What was done, in words. */
  readonly title: string
  readonly before: number
  readonly after: number
}

export type UndoStack = readonly Done[]

/** As many as the service keeps of a plan. */
const DEPTH = 20

export const withDone = (stack: UndoStack, done: Done): UndoStack => [...stack, done].slice(-DEPTH)

/** The last change is taken back: by that the plan has a new version, with the content of the one before it. */
export function withoutLast(stack: UndoStack, nowVersion: number): UndoStack {
  const left = stack.slice(0, -1)
  const last = left.at(-1)
  return last === undefined ? [] : [...left.slice(0, -1), { ...last, after: nowVersion }]
}

/** Somebody or something else has changed the plan since the last change of ours. */
export const isChangedSince = (stack: UndoStack, version: number): boolean =>
  stack.length > 0 && stack.at(-1)?.after !== version
