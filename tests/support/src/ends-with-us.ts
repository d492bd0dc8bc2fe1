import type { ChildProcess } from 'node:child_process'

const children = new Set<ChildProcess>()
let listening = false

/** A test that dies must not leave servers behind: the child is killed when this process ends before it. */
export function endsWithUs(child: ChildProcess): void {
  children.add(child)
  child.once('exit', () => children.delete(child))
  if (listening) return
  listening = true
  process.once('exit', () => {
    for (const each of children) each.kill('SIGKILL')
  })
  // By which vitest ends the process of a file; by itself the signal would end it without an exit.
  process.once('SIGTERM', () => process.exit(143))
}
