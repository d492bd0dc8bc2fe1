// What a process uses of the machine, as Linux's /proc tells it.
import { readFileSync } from 'node:fs'

/** Resident memory in bytes, pages of mapped files too. */
export const rssOf = (pid: number): number => statusOf(pid, 'VmRSS')

/** The largest that it has been so far. */
export const peakRssOf = (pid: number): number => statusOf(pid, 'VmHWM')

function statusOf(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
  if (kilobytes === undefined) throw new Error(`/proc/${pid}/status has no ${field}`)
  return Number(kilobytes) * 1024
}

const TICKS_PER_SECOND = 100

/** Processor time of all its threads so far, in seconds. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name, in parentheses, may hold blanks; utime and stime are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
