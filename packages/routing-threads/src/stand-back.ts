import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/**
 * Whoever else wants the processor has it before the calling thread, the more so the nicer it is (0–19).
 * Linux alone has priorities for threads; elsewhere, or where it is forbidden, nothing changes.
 */
export function standBack(niceness: number): void {
  if (niceness === 0) return
  try {
    const threadId = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(threadId, niceness)
  } catch {
    // The search is as good at its usual priority.
  }
}
