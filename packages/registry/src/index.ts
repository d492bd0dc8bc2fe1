export { openRegistry, type RegistrySource } from './open-registry.ts'
export { AssignmentConflict, InvalidCursor, UnknownId } from './refusals.ts'
export * from './registry.ts'
