export { isMosquittoPasswordOf, mosquittoPassword } from './mosquitto-password.ts'
export { openRegistry, type RegistrySource } from './open-registry.ts'
export { AssignmentConflict, InvalidCursor, UnknownId, VersionConflict } from './refusals.ts'
export * from './registry.ts'
