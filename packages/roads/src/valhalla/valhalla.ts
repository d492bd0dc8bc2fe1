// What we need of Valhalla, wherever it runs: its own requests and answers (https://valhalla.github.io/valhalla/api).

export type ValhallaAction = 'sources_to_targets' | 'route' | 'locate' | 'status'

export interface Valhalla {
  /**
   * @returns the answer as parsed JSON
   * @throws ValhallaRefusal when it answers with an error, RoadsUnavailable when it does not answer
   */
  ask(action: ValhallaAction, request: object): Promise<unknown>
  /** Ends what runs for it. Safe to call twice. */
  stop(): Promise<void>
}

/** Valhalla understood, and said no: no way, too many places, a place far from any road. */
export class ValhallaRefusal extends Error {
  readonly code = 'VALHALLA_REFUSAL'
}

/** Native code can take for ever; then it is given up. */
export const ANSWER_WITHIN_MS: Readonly<Record<ValhallaAction, number>> = {
  sources_to_targets: 120_000,
  route: 60_000,
  locate: 30_000,
  status: 10_000,
}
