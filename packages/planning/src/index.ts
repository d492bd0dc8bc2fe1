export * from './plan-maker.ts'
export * from './planned.ts'
