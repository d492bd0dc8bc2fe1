export { type ConfiguredRoads, estimateOnly, openRoads, type RoadsOptions } from './open-roads.ts'
export * from './straight-line/straight-line.ts'
export * from './travel-times.ts'
