export * from './problem.ts'
export * from './solution.ts'
