// How long the page's own thread computes without a pause, in processor time: what a busy machine does not change.
import type { Browser, CDPSession } from 'playwright-core'

/** Milliseconds of processor time. */
export interface OwnWork {
  readonly longestTask: number
  readonly total: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread's processor time. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const CATEGORIES = ['toplevel', '__metadata']
const TASK = 'ThreadControllerImpl::RunTask'
const PAGE = 'CrRendererMain'

export async function ownWorkDuring<Result>(
  browser: Browser,
  act: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly work: OwnWork }> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]))
  })
  const traceConfig = { includedCategories: CATEGORIES }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  const result = await act()
  await endOf(session)
  await session.detach()
  return { result, work: workIn(events) }
}

async function endOf(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
}

function workIn(events: readonly TraceEvent[]): OwnWork {
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === PAGE)
      .map((event) => thread(event)),
  )
  const times = events
    .filter((event) => event.name === TASK && pages.has(thread(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
  return {
    longestTask: Math.max(0, ...times),
    total: times.reduce((sum, time) => sum + time, 0),
  }
}
