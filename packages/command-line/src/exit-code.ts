import { UsageError } from './usage-error.ts'

/** 0 done, 1 failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/** Says on `err` what went wrong. @returns the exit code that goes with it */
export function exitCodeOf(error: unknown, err: (text: string) => void): ExitCode {
  err(`${error instanceof Error ? error.message : String(error)}\n`)
  return error instanceof UsageError ? 2 : 1
}
