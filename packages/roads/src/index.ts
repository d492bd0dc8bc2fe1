export * from './straight-line/straight-line.ts'
export * from './travel-times.ts'
