export type { ApiDependencies } from './context.ts'
export { type Api, createApi } from './service.ts'
export { startApi } from './start.ts'
