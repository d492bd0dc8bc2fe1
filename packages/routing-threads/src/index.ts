export { SearchOverdue } from './crew.ts'
export { solveInThreads, type ThreadOptions } from './solve-in-threads.ts'
