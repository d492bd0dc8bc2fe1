// A thread that makes years, one after the other, as it is asked.
import { parentPort } from 'node:worker_threads'
import { type Experiment, runExperiment } from '../year/experiment.ts'
import type { Answer } from './answer.ts'

const measures = {
  /** Of this thread alone: a busy machine does not change it. */
  cpuMs: () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  },
  heapBytes: () => process.memoryUsage().heapUsed,
}

parentPort?.on('message', async (experiment: Experiment) => {
  const answer: Answer = await runExperiment(experiment, measures).then(
    (year) => ({ kind: 'year', year }),
    (error) => ({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
  )
  parentPort?.postMessage(answer)
})
