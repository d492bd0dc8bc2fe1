// What the registry refuses, each with a stable code.

/** Somebody else was quicker: read again, decide again. */
export class VersionConflict extends Error {
  readonly code = 'VERSION_CONFLICT'
  readonly expected: number
  readonly got: number

  constructor(expected: number, got: number) {
    super(`expected version ${expected}, found ${got}`)
    this.expected = expected
    this.got = got
  }
}

/** Something was asked of a thing that is not registered. */
export class UnknownId extends Error {
  readonly code = 'UNKNOWN_ID'
  readonly kind: 'device' | 'container'
  readonly id: string

  constructor(kind: 'device' | 'container', id: string) {
    super(`there is no ${kind} ${id}`)
    this.kind = kind
    this.id = id
  }
}

/** An assignment that contradicts a later one. */
export class AssignmentConflict extends Error {
  readonly code = 'ASSIGNMENT_CONFLICT'
}

/** A cursor that no page of this list has given. */
export class InvalidCursor extends Error {
  readonly code = 'INVALID_CURSOR'

  constructor(cursor: string) {
    super(`not a cursor of this list: ${cursor.slice(0, 100)}`)
  }
}
