// How far the jobs that follow the readings have come. Arrival numbers, and one observed time.
import type { Connection } from './connection.ts'

export type ProgressName = 'rolled_up' | 'counted' | 'forwarded' | 'kept_from' | 'probed'

export const readProgress = (connection: Connection, name: ProgressName): number | undefined =>
  connection
    .prepare<[string], number>('SELECT value FROM progress WHERE name = ?')
    .pluck()
    .get(name)

export const writeProgress = (connection: Connection, name: ProgressName, value: number): void => {
  connection
    .prepare<[string, number]>(
      `INSERT INTO progress (name, value) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET value = max(value, excluded.value)`,
    )
    .run(name, value)
}
