export { solveInThreads, type ThreadOptions } from './solve-in-threads.ts'
