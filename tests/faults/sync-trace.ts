// Reads a trace of system calls (strace -f -y) and holds every PUBACK against the syncs before it.

interface Call {
  readonly line: number
  readonly name: string
  readonly arguments: string
}

const PUBACK = /"@\\2/
const PUBLISH = /"2/

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
  const syncing = new Map<string, number>()
  const published = new Map<string, number>()
  const unsynced: number[] = []
  let pubacks = 0
  trace.split('\n').forEach((text, line) => {
    const [, thread = '', rest = ''] = /^(\d+)\s+(?:[\d.]+\s+)?(.*)$/.exec(text) ?? []
    if (/^f(data)?sync\(\d+<[^>]*readings\.sqlite/.test(rest)) {
      if (rest.endsWith('<unfinished ...>')) syncing.set(thread, line)
      else if (rest.includes(' = 0')) syncs.push({ begun: line, ended: line })
    } else if (/^<\.\.\. f(data)?sync resumed/.test(rest)) {
      const begun = syncing.get(thread)
      if (begun !== undefined && rest.includes(' = 0')) syncs.push({ begun, ended: line })
      syncing.delete(thread)
    } else {
      const call = socketCall(rest, line)
      if (call === undefined) return
      const [, socket = ''] = /^\d+<((?:socket|TCP)[^>]*)>/.exec(call.arguments) ?? []
      if (call.name.startsWith('read') && PUBLISH.test(call.arguments)) published.set(socket, line)
      if (call.name.startsWith('write') && PUBACK.test(call.arguments)) {
        pubacks++
        const since = published.get(socket) ?? Number.POSITIVE_INFINITY
        if (!syncs.some((sync) => sync.begun > since && sync.ended < line)) unsynced.push(line)
      }
    }
  })
  return { pubacks, syncs: syncs.length, unsynced }
}

function socketCall(rest: string, line: number): Call | undefined {
  const match = /^(read|readv|write|writev)\((\d+<(?:socket|TCP).*)$/.exec(rest)
  if (match === null) return undefined
  const [, name = '', argumentsText = ''] = match
  return { line, name, arguments: argumentsText }
}
