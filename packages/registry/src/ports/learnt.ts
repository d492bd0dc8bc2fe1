// Parameters that were learnt: small JSON, whose meaning is its learner's alone.

/** Stands for the whole fleet where a container's id would stand; no container has such an id. */
export const FLEET_SCOPE = '*fleet'

/** Learnt values outlive a restart and are read by every process. A scope is a container's id or `FLEET_SCOPE`. */
export interface Learnt {
  /** All values of one kind, by scope; callers must not change them. Cheap when nothing is new. */
  all(kind: string): Promise<ReadonlyMap<string, unknown>>
  /** Stores the values given (JSON) and leaves other scopes as they are; a value that is stored already is not written again. */
  put(kind: string, entries: ReadonlyMap<string, unknown>, now: number): Promise<void>
}
