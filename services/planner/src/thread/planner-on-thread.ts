// The main thread's end of planner-thread.ts: the same planner, elsewhere.
import { Worker } from 'node:worker_threads'
import { answerJudgingJob, type JudgeOtherwise, planMakerElsewhere } from '@bakwacht/plan-queue'
import type { JobOutcome } from '@bakwacht/registry'
import type { PlannerTotals } from '../metrics.ts'
import type { Planner } from '../service.ts'
import { Conversation } from './conversation.ts'
import type { FromThread, ThreadData, ThreadStart, ToThread } from './thread-messages.ts'

export interface PlannerOnThreadDependencies extends ThreadData {
  readonly judgeOtherwise: JudgeOtherwise
}

export interface PlannerOnThread extends Omit<Planner, 'counters'> {
  /** As last told, at most half a second ago. */
  readonly totals: PlannerTotals
}

/** So long after a start pages are opened, and no plan is missed. */
const BEGINS_AFTER_MS = 2000

const NO_PLANNER: JobOutcome = {
  kind: 'failed',
  code: 'SOLVER_STOPPED',
  message: 'the planner is not running',
}

/**
 * The thread begins with the first question after `start`, or soon after it: who opens a page at once need not
 * share the processor with it. With it starts the planner in it.
 */
export function createPlannerOnThread({
  judgeOtherwise,
  ...data
}: PlannerOnThreadDependencies): PlannerOnThread {
  let totals: PlannerTotals = {
    planner: { plansMade: 0, plansFailed: 0, jobsDone: 0, runsEnded: 0 },
    roads: { questions: 0, failures: 0, pairs: 0 },
  }
  let worker: Worker | undefined
  let emptyAt: number | undefined
  let beginning: NodeJS.Timeout | undefined
  let stopping: Promise<void> | undefined

  const say = (message: ToThread) => worker?.postMessage(message)
  const conversation = new Conversation({
    say,
    answer: (asked, gone) => answerJudgingJob(asked, judgeOtherwise, gone),
  })

  function begin(): void {
    if (worker !== undefined) return
    const script = new URL('./planner-thread.ts', import.meta.url)
    worker = new Worker(script, { workerData: { ...data, emptyAt } satisfies ThreadStart })
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'totals') totals = message.totals
      else conversation.hear(message)
    })
    worker.on('exit', (code) => {
      conversation.end(NO_PLANNER)
      // A planner that is gone without having been told to is a bug that ends the process.
      if (stopping === undefined) throw new Error(`the planner’s thread ended with ${code}`)
    })
  }

  return {
    ...planMakerElsewhere((asked, gone) => {
      if (beginning === undefined || stopping !== undefined) return Promise.resolve(NO_PLANNER)
      begin()
      return conversation.ask(asked, gone)
    }),

    start(at) {
      emptyAt = at
      beginning ??= setTimeout(begin, BEGINS_AFTER_MS)
    },

    stop() {
      clearTimeout(beginning)
      stopping ??= new Promise((resolve) => {
        if (worker === undefined) return resolve()
        worker.once('exit', () => resolve())
        say({ kind: 'stop' })
      })
      return stopping
    },

    get totals() {
      return totals
    },
  }
}
