export { type CommandProcess, commandProcess } from './command-process.ts'
export { type ExitCode, exitCodeOf } from './exit-code.ts'
export { type Progress, progressOn } from './progress.ts'
export { UsageError } from './usage-error.ts'
