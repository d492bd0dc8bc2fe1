// V8 sizes its heaps by the machine's memory, each thread's by itself: on a large machine they grow to
// many times of what lives in them before anything is collected.
import { setFlagsFromString } from 'node:v8'

const FLAGS = [
  // Half of the young generation, MB. The main thread's heap is there already: every way to start
  // the backend gives it on Node's command line too (134 MB of young generation are 17 then).
  '--max-semi-space-size=8',
  // The old one is collected when it has grown by so many percent.
  '--heap-growing-percent=20',
]

/** For all threads of this process: a replayed month took a third less memory, and about as much processor time. */
export function keepHeapsSmall(): void {
  for (const flag of FLAGS) setFlagsFromString(flag)
}
