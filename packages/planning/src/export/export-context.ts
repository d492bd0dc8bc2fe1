import type { Container, Depot, Language, Vehicle } from '@bakwacht/domain'

/** What a run refers to by id, and how to say it. */
export interface ExportContext {
  readonly language: Language
  readonly timezone: string
  readonly depot: Depot
  readonly vehicle: Vehicle
  /** At least those of the run. */
  readonly containers: readonly Container[]
}
