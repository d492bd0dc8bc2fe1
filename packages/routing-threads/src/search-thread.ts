// One thread's search: it does what it is told, and says what came of it.
import { parentPort, workerData } from 'node:worker_threads'
import { createSearch, type Found, type Search, solutionOf, solve } from '@bakwacht/routing'
import { computedMs, fairClock } from './fair-time.ts'
import { standBack } from './stand-back.ts'
import { Stretch } from './stretch.ts'
import type { Answer, Order, Start } from './task.ts'

const BETWEEN_MS = 100

const { problem, seed, niceness, cancel } = workerData as Start
const flag = new Int32Array(cancel)
const cancelled = () => Atomics.load(flag, 0) !== 0
const clock = () => performance.timeOrigin + performance.now()
const say = (answer: Answer) => parentPort?.postMessage(answer)

standBack(niceness)
let made: Search | undefined
const search = (): Search => {
  made ??= createSearch(problem, seed)
  return made
}

parentPort?.on('message', (order: Order) => {
  switch (order.kind) {
    case 'solve':
      say({ kind: 'solution', solution: solveAlone(order) })
      break
    case 'build':
      say(build(order.beganAt))
      break
    case 'search':
      say(searchOn(order))
      break
    case 'finish':
      say({ kind: 'solution', solution: finish(order.best, order.run) })
  }
})

function solveAlone({ limit, patience }: Extract<Order, { kind: 'solve' }>) {
  let toldAt = clock()
  return solve(problem, {
    ...limit,
    seed,
    clock: patience > 1 ? fairClock(clock, computedMs, patience) : clock,
    cancelled,
    onProgress: (progress) => {
      if (clock() - toldAt < BETWEEN_MS) return
      toldAt = clock()
      say({ kind: 'progress', ...progress })
    },
  })
}

function build(beganAt: number): Answer {
  search().build()
  const { current: found, meanArc, branching } = search()
  // All that this thread ever did was for this search.
  const given = { computedMs: computedMs(), tookMs: clock() - beganAt }
  return { kind: 'built', found, meanArc, branching, given }
}

function searchOn(order: Extract<Order, { kind: 'search' }>): Answer {
  const [beganAt, before] = [clock(), computedMs()]
  const pace = new Stretch({ ...order, clock, cancelled })
  search().adopt(order.from, order.meanArc, order.cut)
  search().run(pace)
  const { current, best } = search()
  const given = { computedMs: computedMs() - before, tookMs: clock() - beganAt }
  return { kind: 'searched', current, best, iterations: pace.iterations, given }
}

function finish(best: Found, run: Extract<Order, { kind: 'finish' }>['run']) {
  search().finish(best)
  return solutionOf(problem, search(), run)
}
