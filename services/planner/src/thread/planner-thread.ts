// The planner in a thread of its own: whoever asks for something else meanwhile waits for no plan.
import { parentPort, workerData } from 'node:worker_threads'
import { answerPlanJob, judgingElsewhere } from '@bakwacht/plan-queue'
import { createClock, createLog } from '@bakwacht/runtime'
import { openPlanner } from '../open-planner.ts'
import { Conversation } from './conversation.ts'
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts'

const TOTALS_EVERY_MS = 500

const port = parentPort
if (port === null) throw new Error('planner-thread.ts runs in a worker thread only')
const say = (message: FromThread) => port.postMessage(message)

const { settings, logLevel, rehearsed, emptyAt } = workerData as ThreadStart
const conversation: Conversation = new Conversation({
  say,
  answer: (asked, gone) => answerPlanJob(asked, opened.planner, gone),
})
const opened = await openPlanner(settings, {
  clock: createClock(rehearsed),
  log: createLog(logLevel, 'planner'),
  judging: () => judgingElsewhere(conversation.ask),
})
const { planner, roads } = opened

const tellTotals = () =>
  say({ kind: 'totals', totals: { planner: planner.counters, roads: roads.counters } })
const timer = setInterval(tellTotals, TOTALS_EVERY_MS)
port.on('message', (message: ToThread) => {
  if (message.kind === 'stop') void stop()
  else conversation.hear(message)
})
planner.start(emptyAt)

/** Its port closed and nothing open, the thread ends by itself. Ended from outside, SQLite could take the process along. */
async function stop(): Promise<void> {
  await planner.stop()
  await conversation.settled()
  clearInterval(timer)
  tellTotals()
  await opened.stop()
  port?.close()
}
