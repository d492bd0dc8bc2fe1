/** What a command gets from the process it runs in; a test hands it something else. */
export interface CommandProcess {
  /** What stands behind the command's name. */
  readonly args: readonly string[]
  /** Milliseconds. */
  readonly now: () => number
  /** Aborted by Ctrl-C: end in good order. */
  readonly signal: AbortSignal
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Where a progress bar may be drawn. */
  readonly terminal: NodeJS.WriteStream
}

/** For a main.ts: from now on Ctrl-C aborts the signal instead of ending the process. */
export function commandProcess(process: NodeJS.Process, now: () => number): CommandProcess {
  const ending = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort())
  return {
    args: process.argv.slice(2),
    now,
    signal: ending.signal,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr,
  }
}
