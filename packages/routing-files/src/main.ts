import { command } from './cli/command.ts'

const ending = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort())

process.exitCode = await command({
  args: process.argv.slice(2),
  now: () => performance.now(),
  signal: ending.signal,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stderr,
})
