// One thread's search: it does what it is told, and says what came of it.
import { parentPort, workerData } from 'node:worker_threads'
import { createSearch, type Found, type Search, solutionOf, solve } from '@bakwacht/routing'
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
      say({ kind: 'solution', solution: solveAlone(order.limit) })
      break
    case 'build':
      say(build())
      break
    case 'search':
      say(searchOn(order))
      break
    case 'finish':
      say({ kind: 'solution', solution: finish(order.best, order.run) })
  }
})

function solveAlone(limit: Extract<Order, { kind: 'solve' }>['limit']) {
  let toldAt = clock()
  return solve(problem, {
    ...limit,
    seed,
    clock,
    cancelled,
    onProgress: (progress) => {
      if (clock() - toldAt < BETWEEN_MS) return
      toldAt = clock()
      say({ kind: 'progress', ...progress })
    },
  })
}

function build(): Answer {
  search().build()
  const { current: found, meanArc, mayBranch } = search()
  return { kind: 'built', found, meanArc, mayBranch }
}

function searchOn(order: Extract<Order, { kind: 'search' }>): Answer {
  const pace = new Stretch({ ...order, clock, cancelled })
  search().adopt(order.from, order.meanArc, order.cut)
  search().run(pace)
  const { current, best } = search()
  return { kind: 'searched', current, best, iterations: pace.iterations }
}

function finish(best: Found, run: Extract<Order, { kind: 'finish' }>['run']) {
  search().finish(best)
  return solutionOf(problem, search(), run)
}
