// Child processes of ours, as Linux's /proc tells.
import { readdirSync, readFileSync } from 'node:fs'
import { rssOf } from '../process-usage.ts'

/** Their process ids. */
export const childrenOf = (pid: number): readonly number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .flatMap((child) => Number(child) || []),
  )

const EVERY_MS = 50

/** Watches a process. `stop` gives the largest resident memory that was seen, bytes. */
export function largestRss(pid: number): { stop(): number } {
  let largest = 0
  const look = setInterval(() => {
    largest = Math.max(largest, rssOf(pid))
  }, EVERY_MS)
  return {
    stop() {
      clearInterval(look)
      return largest
    },
  }
}
