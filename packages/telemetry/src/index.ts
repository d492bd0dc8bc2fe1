export { CursorInvalid } from './history/history-cursor.ts'
export type { InfluxOptions } from './influx/long-history.ts'
export { type LentCommitter, openCommitter } from './lent-committer.ts'
export {
  openPostgresTelemetry,
  type PostgresTelemetryOptions,
} from './postgres/postgres-telemetry.ts'
export {
  openSqliteTelemetry,
  type SqliteTelemetry,
  type SqliteTelemetryOptions,
} from './sqlite/sqlite-telemetry.ts'
export * from './telemetry-store.ts'
