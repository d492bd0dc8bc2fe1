export type {
  BenchmarkInstance,
  BenchmarkVehicle,
  Convention,
  Point,
} from './benchmark/benchmark-instance.ts'
export { type Recost, recost } from './benchmark/recost.ts'
export { type RoutingFile, readRoutingFile, solText, vroomAnswer } from './routing-file.ts'
export { RoutingFileError } from './routing-file-error.ts'
export { type PublishedSolution, readSol } from './sol/read-sol.ts'
export type { VehicleRoute } from './sol/vehicle-route.ts'
export type { Estimate, VroomTask } from './vroom/read-vroom.ts'
export type {
  VroomAnswer,
  VroomFailure,
  VroomRoute,
  VroomStep,
  VroomUnassigned,
} from './vroom/vroom-answer.ts'
