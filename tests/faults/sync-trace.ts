// Reads a trace of system calls (strace -f -yy) and holds every PUBACK against the syncs before it.

// Fixed headers as strace shows them: `\002` where a digit follows, by the packet's id; a writev has the two bytes in
// buffers of their own.
const PUBACK = /"@(?:\\(?:2|002)|", iov_len=1\}, \{iov_base="\\2")/
const PUBLISH = /"2/
const UNFINISHED = '<unfinished ...>'
const SUCCEEDED = /\) += 0$/

export interface Acknowledged {
  readonly pubacks: number
  readonly syncs: number
  /** Lines of PUBACKs without a sync, begun after their PUBLISH was read and ended before they were written. */
  readonly unsynced: readonly number[]
}

/**
 * For connections with one message in flight each: between the read of a PUBLISH and the write of its
 * PUBACK on that socket, a sync of the readings' log must have begun and ended.
 */
export function judgeTrace(trace: string): Acknowledged {
  const syncs: { begun: number; ended: number }[] = []
  /** By thread: where its unfinished sync began, and the socket that it is reading from. */
  const syncing = new Map<string, number>()
  const reading = new Map<string, string>()
  /** By socket: where its newest PUBLISH was read. */
  const published = new Map<string, number>()
  const unsynced: number[] = []
  let pubacks = 0

  trace.split('\n').forEach((text, line) => {
    const [, thread = '', call = ''] = /^(\d+)\s+(?:[\d.]+\s+)?(.*)$/.exec(text) ?? []
    const socket = socketOf(call)
    if (/^f(data)?sync\(\d+<[^>]*readings\.sqlite/.test(call)) {
      if (call.endsWith(UNFINISHED)) syncing.set(thread, line)
      else if (SUCCEEDED.test(call)) syncs.push({ begun: line, ended: line })
    } else if (/^<\.\.\. f(data)?sync resumed/.test(call)) {
      const begun = syncing.get(thread)
      syncing.delete(thread)
      if (begun !== undefined && SUCCEEDED.test(call)) syncs.push({ begun, ended: line })
    } else if (call.startsWith('<... read')) {
      const from = reading.get(thread)
      reading.delete(thread)
      if (from !== undefined && PUBLISH.test(call)) published.set(from, line)
    } else if (socket !== undefined && call.startsWith('read')) {
      if (call.endsWith(UNFINISHED)) reading.set(thread, socket)
      else if (PUBLISH.test(call)) published.set(socket, line)
    } else if (socket !== undefined && PUBACK.test(call)) {
      pubacks++
      const since = published.get(socket) ?? Number.POSITIVE_INFINITY
      if (!syncs.some((sync) => sync.begun > since && sync.ended < line)) unsynced.push(line)
    }
  })
  return { pubacks, syncs: syncs.length, unsynced }
}

/** `9<TCP:[127.0.0.1:1->127.0.0.1:2]>`, of a call that reads or writes one. */
const socketOf = (call: string): string | undefined =>
  /^(?:read|readv|write|writev)\((\d+<(?:socket|TCP).*?\]>)/.exec(call)?.[1]
