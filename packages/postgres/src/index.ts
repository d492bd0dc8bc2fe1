export { isWithoutAnswer, MIGRATING_MS, openPool } from './open-pool.ts'
