// A collection run as the backend tells it; only what a driver needs.

export interface Run {
  readonly id: string
  readonly status: string
  readonly stops: readonly Stop[]
}

export interface Stop {
  readonly id: string
  readonly kind: 'container' | 'unload' | 'pickup'
  readonly containerId: string | undefined
  /** UTC ms. */
  readonly departure: number
  readonly expectedKg: number
  /** Of its result, once somebody told one. */
  readonly outcome: string | undefined
}

/** @returns the runs in an answer to GET /runs; what is no run is left out */
export function runsIn(answer: Readonly<Record<string, unknown>>): readonly Run[] {
  const { items } = answer
  return Array.isArray(items) ? items.filter(isRecord).map(runFrom) : []
}

const runFrom = (wire: Record<string, unknown>): Run => ({
  id: String(wire.id),
  status: String(wire.status),
  stops: Array.isArray(wire.stops) ? wire.stops.filter(isRecord).map(stopFrom) : [],
})

const stopFrom = (wire: Record<string, unknown>): Stop => ({
  id: String(wire.id),
  kind: wire.kind === 'unload' || wire.kind === 'pickup' ? wire.kind : 'container',
  containerId: typeof wire.container_id === 'string' ? wire.container_id : undefined,
  departure: Date.parse(String(wire.departure)),
  expectedKg: typeof wire.expected_kg === 'number' ? wire.expected_kg : 0,
  outcome: isRecord(wire.result) ? String(wire.result.outcome) : undefined,
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
