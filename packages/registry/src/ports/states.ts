// What is known of each container now, and the alerts that follow from it.
import type { Alert, AlertEpisode, ContainerState } from '@bakwacht/domain'
import type { Page, PageRequest } from './register.ts'

/** What a thresholds round decided for one container: applied whole. */
export interface StateChange {
  readonly state: ContainerState
  /** All episodes of this container that begin or last at or after `alertsSince`. */
  readonly alertsSince: number
  readonly episodes: readonly AlertEpisode[]
}

export interface States {
  all(): Promise<readonly ContainerState[]>
  find(containerId: string): Promise<ContainerState | undefined>
  /**
   * Stores states and reconciles alerts in one transaction: an episode with the same (kind, raisedAt)
   * keeps its alert (a changed `clearedAt` clears or re-opens it), a new one makes an alert (not notified
   * when it is over already), a stored alert raised at or after `alertsSince`, or open, without its episode becomes `retracted`.
   * A state that differs in `evaluatedAt` alone is not written, so the stored one keeps the time of the first
   * evaluation that said so. Events are for what a reader would notice (states/noticeable.ts); the same changes
   * again write and log nothing.
   * @returns alerts raised, cleared or retracted now, without those that were over before anybody knew
   */
  apply(changes: readonly StateChange[], now: number): Promise<readonly Alert[]>
}

export interface Alerts {
  page(
    filter: PageRequest & { readonly open?: boolean; readonly containerId?: string },
  ): Promise<Page<Alert>>
  find(id: string): Promise<Alert | undefined>
  open(containerIds?: readonly string[]): Promise<readonly Alert[]>
  ack(id: string, by: string, at: number): Promise<Alert | undefined>
}
