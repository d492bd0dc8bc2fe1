// Valhalla in a child process of ours: started on need, ended when idle or too large, and started again
// with back-off when it dies.
import { type ChildProcess, fork } from 'node:child_process'
import type { Log } from '@bakwacht/runtime'
import { RoadsStopped, RoadsUnavailable } from '../../travel-times.ts'
import {
  ANSWER_WITHIN_MS,
  type Valhalla,
  type ValhallaAction,
  ValhallaRefusal,
} from '../valhalla.ts'
import { type BackOff, backOff } from './back-off.ts'
import type { Answer, Question, Setup } from './messages.ts'

export interface ChildOptions extends Setup {
  readonly log: Log
  readonly clock: () => number
  /** Ended after so long without a question. */
  readonly idleMs?: number
  /** Ended after an answer with more resident memory than this, bytes. */
  readonly memoryLimit?: number
  readonly answerWithinMs?: Readonly<Record<ValhallaAction, number>>
}

export interface ChildValhalla extends Valhalla {
  /** Of the process, while it runs. */
  readonly pid: number | undefined
}

const IDLE_MS = 60_000
const MEMORY_LIMIT = 1_200e6
const LAST_WORDS = 2_000

export function valhallaInChild({
  library,
  tiles,
  log,
  clock,
  idleMs = IDLE_MS,
  memoryLimit = MEMORY_LIMIT,
  answerWithinMs = ANSWER_WITHIN_MS,
}: ChildOptions): ChildValhalla {
  const rest: BackOff = backOff(clock)
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let stopped = false
  /** What the process said last on its standard error. */
  let words = ''

  return {
    get pid() {
      return child?.pid
    },
    ask(action, request) {
      const mine = turn.then(() => askNow(action, request))
      turn = mine.catch(() => {})
      return mine
    },
    async stop() {
      stopped = true
      await end()
      await turn
    },
  }

  async function askNow(action: ValhallaAction, request: object): Promise<unknown> {
    if (stopped) throw new RoadsStopped('Valhalla was stopped')
    const waitMs = rest.waitMs()
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000)
      throw new RoadsUnavailable(`Valhalla died repeatedly and rests for another ${seconds} s`)
    }
    clearTimeout(idle)
    child = child !== undefined && isAlive(child) ? child : start()
    try {
      const said = await answerOf(child, { action, request: JSON.stringify(request) })
      rest.succeeded()
      if (said.rss > memoryLimit) {
        log.info({ rss: said.rss, limit: memoryLimit }, 'Valhalla has grown large: ended')
        await end()
      }
      if (said.answer === undefined) throw new ValhallaRefusal(said.refused ?? 'no answer')
      return JSON.parse(said.answer)
    } finally {
      idle = setTimeout(end, idleMs).unref()
    }
  }

  function start(): ChildProcess {
    const setup: Setup = { library, tiles }
    const started = fork(
      new URL('./valhalla-process.ts', import.meta.url),
      [JSON.stringify(setup)],
      {
        // Native code needs no secrets of ours. Few arenas: memory goes back sooner.
        env: { MALLOC_ARENA_MAX: '2' },
        execArgv: [],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    )
    words = ''
    started.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-LAST_WORDS)
    })
    // Who asks hears of it; between two questions nobody needs to.
    started.on('error', () => {})
    return unreferenced(started)
  }

  async function answerOf(running: ChildProcess, question: Question): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>()
    const died = (cause: string) => {
      child = undefined
      if (stopped) return answer.reject(new RoadsStopped('Valhalla was stopped'))
      rest.failed()
      answer.reject(new RoadsUnavailable(`Valhalla ${cause}${words && `: ${words.trim()}`}`))
    }
    const onExit = (code: number | null, signal: string | null) =>
      died(`ended with ${signal ?? `exit code ${code}`}`)
    const onError = (error: Error) => died(`could not be started: ${error.message}`)
    const withinMs = answerWithinMs[question.action]
    const late = setTimeout(() => {
      died(`did not answer within ${withinMs / 1000} s`)
      running.kill('SIGKILL')
    }, withinMs)
    running.once('message', answer.resolve)
    running.once('exit', onExit)
    running.once('error', onError)
    running.send(question, (error) => error && onError(error))
    try {
      return await answer.promise
    } finally {
      clearTimeout(late)
      running.off('message', answer.resolve)
      running.off('exit', onExit)
      running.off('error', onError)
    }
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = child
    child = undefined
    if (ending === undefined || !isAlive(ending)) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.ref()
    ending.kill('SIGKILL')
    await ended
  }
}

const isAlive = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

/** It alone keeps the backend from ending no longer than the question under way does. */
function unreferenced(child: ChildProcess): ChildProcess {
  child.unref()
  child.channel?.unref()
  // A pipe is a socket, which Node's types do not say.
  ;(child.stderr as (NodeJS.ReadableStream & { unref(): void }) | null)?.unref()
  return child
}
