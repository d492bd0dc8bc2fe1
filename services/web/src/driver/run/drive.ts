// The life of the page: what is kept on the phone, which run is on the screen, and what is on its way.
import { setTimeZone } from '../../language/format.ts'
import { type Changes, followChanges } from '../kept/changes.ts'
import { type Keeps, keepsAfter } from '../kept/keeps.ts'
import { type Kept, type KeptRun, type NewTap, NOTHING_KEPT, newerRun } from '../kept/kept.ts'
import { memoryShelf } from '../kept/memory-shelf.ts'
import type { OpenShelf } from '../kept/open-shelf.ts'
import type { Shelf } from '../kept/shelf.ts'
import { keepSending, type Sending } from '../send/keep-sending.ts'
import { asOnlySender } from '../send/one-sender.ts'
import { postTap } from '../send/post-tap.ts'
import { sendWaiting } from '../send/send-waiting.ts'
import { sendInBackground } from '../worker/register.ts'
import { accessAfter } from './access-after.ts'
import { addressOf, addressOfRun } from './address.ts'
import type { Answer } from './answers.ts'
import { openedBy, readRun } from './read-run.ts'
import { isChanged } from './stops.ts'
import { uniqueKey } from './unique-key.ts'

/** How often a page that is looked at asks whether the planner has changed the run. */
const REFRESH_MS = 30_000

export interface Picture {
  readonly kept: Kept
  /** The run on the screen; null: none is open yet. */
  readonly runId: string | null
  readonly opening: 'busy' | 'unreached' | 'refused' | 'over' | 'done'
  /** Stops came, went or changed places since the driver last looked. */
  readonly changed: boolean
  /** Whether the service answered when it was last asked. */
  readonly reached: boolean
  readonly keeps: Keeps
}

export class Drive {
  #shelf: Shelf
  readonly #listeners = new Set<() => void>()
  #picture: Picture
  #sending: Sending | undefined
  #changes: Changes | undefined
  #looks = 0
  /** Of these the one that is on the screen. */
  #shown = 0

  constructor({ shelf, keeps }: OpenShelf) {
    this.#shelf = shelf
    this.#picture = {
      kept: NOTHING_KEPT,
      runId: null,
      opening: 'busy',
      changed: false,
      reached: true,
      keeps,
    }
  }

  readonly picture = (): Picture => this.#picture

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Shows what is kept at once, and asks for news after that. */
  async start(): Promise<void> {
    await this.#look()
    await this.#forgetOld()
    this.#changes = followChanges(() => void this.#look())
    this.#sending = keepSending(() => this.#send())
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.refresh()
    }, REFRESH_MS)
    addEventListener('online', this.refresh)
    document.addEventListener('visibilitychange', this.#seen)
    addEventListener('hashchange', this.open)
    await this.open()
    this.#sending.now()
  }

  /** Opens what the address says. */
  readonly open = async (): Promise<void> => {
    const { hash } = location
    // Another link may be opened before there is an answer to this one.
    const isWanted = () => location.hash === hash
    const { token, runId } = addressOf(hash)
    const known = this.#picture.kept.runs.find((run) =>
      token === null ? run.id === runId : run.token === token,
    )
    if (known !== undefined) return this.show(known)
    this.#draw({ runId: null, opening: 'busy', changed: false })
    try {
      const opened = await openedBy(token, runId)
      for (const run of opened) await this.#keepOpened(run)
      await this.#look()
      if (!isWanted()) return
      const [only] = opened.length > 0 ? opened : this.#unfinished()
      const count = opened.length > 0 ? opened.length : this.#unfinished().length
      if (only !== undefined && count === 1) return this.show(only)
      this.#draw({ opening: 'done', reached: true })
    } catch (error) {
      if (!isWanted()) return
      const change = await this.#notOpened(error, token)
      if (isWanted()) this.#draw(change)
    }
  }

  async show(run: KeptRun): Promise<void> {
    if (run.token === null) history.replaceState(null, '', addressOfRun(run.id))
    setTimeZone(run.timezone)
    this.#draw({ runId: run.id, opening: 'done', changed: false })
    await this.refresh()
    // What an older link could not send, this one may.
    this.#sending?.now()
  }

  /** Back to the runs that this phone has. */
  leave(): void {
    history.replaceState(null, '', location.pathname)
    this.#draw({ runId: null, opening: 'done' })
  }

  /** It is on the phone when this is done, whatever happens to page, net and service after that. */
  async tap({ id, name }: { readonly id: string; readonly name: string }, answer: Answer) {
    const run = this.#current()
    if (run === undefined) return
    const tap: NewTap = {
      key: uniqueKey(),
      runId: run.id,
      stopId: id,
      stopName: name,
      word: { ...answer, at: answer.at ?? new Date(Date.now() + run.aheadMs).toISOString() },
      aheadMs: run.aheadMs,
    }
    await this.#write((shelf) => shelf.addTap(tap))
    this.#sending?.now()
    // Asked of the browser aside: one that does not answer holds up no driver.
    void sendInBackground()
  }

  readonly remark = (runId: string, stopId: string, text: string): Promise<void> =>
    this.#write((shelf) => shelf.keepRemark({ runId, stopId, text }))

  async retry(order: number): Promise<void> {
    await this.#write((shelf) => shelf.changeTap(order, { refusal: null, faults: null }))
    this.#sending?.now()
  }

  readonly dropTap = (order: number): Promise<void> => this.#write((shelf) => shelf.dropTap(order))

  readonly seenChange = (): void => this.#draw({ changed: false })

  /** Tries now what waits for a better moment. */
  readonly tryNow = (): void => {
    this.#sending?.now()
    void (this.#picture.runId === null ? this.open() : this.refresh())
  }

  /** Asks how the run is now. */
  readonly refresh = async (): Promise<void> => {
    const before = this.#current()
    if (before === undefined) {
      if (this.#picture.opening === 'unreached') await this.open()
      return
    }
    try {
      const come = await readRun(before.id, before.token)
      // A link that was opened meanwhile knows better than the answer to the one before.
      await this.#keep(come, (kept) => kept.token !== come.token && accessIn(kept))
      await this.#look()
      this.#draw({ reached: true })
    } catch (error) {
      const access = accessAfter(error)
      if (access === undefined) return this.#draw({ reached: false })
      await this.#write((shelf) => shelf.changeRun(before.id, shownBy(before.token, access)))
      this.#draw({ reached: true })
    }
  }

  #current(): KeptRun | undefined {
    return this.#picture.kept.runs.find(({ id }) => id === this.#picture.runId)
  }

  #unfinished(): readonly KeptRun[] {
    return this.#picture.kept.runs.filter(
      ({ access, run }) => access === 'open' && run.status !== 'done' && run.status !== 'cancelled',
    )
  }

  /** What cannot be asked for may be on the phone. */
  async #notOpened(error: unknown, token: string | null): Promise<Partial<Picture>> {
    const unfinished = this.#unfinished()
    const [only] = unfinished
    if (token === null && only !== undefined) {
      if (unfinished.length === 1) await this.show(only)
      return { opening: 'done' }
    }
    const opening = accessAfter(error)
    if (opening === undefined) return { opening: 'unreached', reached: false }
    return { opening, reached: true }
  }

  /** Who is signed in and opens a link drives by the link, and goes on doing so. */
  async #keepOpened(come: KeptRun): Promise<void> {
    const known = this.#picture.kept.runs.some(({ id }) => id === come.id)
    if (!known) return this.#write((shelf) => shelf.keepRun(come))
    await this.#keep(
      come,
      (kept) =>
        come.token === null &&
        kept.access !== 'refused' && { token: kept.token, access: accessOf(kept, come) },
    )
  }

  /** @param own what of the run that is kept stands over what has come */
  #keep(come: KeptRun, own: (kept: KeptRun) => Partial<KeptRun> | false): Promise<void> {
    return this.#write((shelf) =>
      shelf.changeRun(come.id, (kept) => ({
        ...come,
        ...own(kept),
        run: newerRun(kept.run, come.run),
      })),
    )
  }

  async #send(): Promise<boolean> {
    const changed = () => {
      this.#changes?.tell()
      void this.#look()
    }
    return asOnlySender((isOurs) =>
      sendWaiting({ shelf: this.#shelf, post: postTap, changed, now: Date.now, isOurs }),
    )
  }

  async #write(work: (shelf: Shelf) => Promise<void>): Promise<void> {
    await this.#use(work)
    this.#changes?.tell()
    await this.#look()
  }

  /** A phone that keeps no more, because it is full or broken: the page holds on to it instead, and says so. */
  async #use<Result>(work: (shelf: Shelf) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.#shelf)
    } catch (error) {
      if (!this.#shelf.lasting) throw error
      this.#shelf = memoryShelf(this.#picture.kept)
      this.#draw({ keeps: keepsAfter(error) })
      return await work(this.#shelf)
    }
  }

  /** What was read before what is on the screen is never put over it: a full phone's shelf answers after the page's own. */
  async #look(): Promise<void> {
    const turn = ++this.#looks
    const kept = await this.#use((shelf) => shelf.all())
    if (turn < this.#shown) return
    this.#shown = turn
    const before = this.#current()
    this.#draw({ kept })
    const after = this.#current()
    if (before && after && isChanged(before.run, after.run)) this.#draw({ changed: true })
  }

  async #forgetOld(): Promise<void> {
    const waiting = new Set(this.#picture.kept.taps.map(({ runId }) => runId))
    for (const { id, run, aheadMs } of this.#picture.kept.runs)
      if (!waiting.has(id) && Date.parse(run.arrival) < Date.now() + aheadMs - FORGET_MS)
        await this.#shelf.forgetRun(id)
    await this.#look()
  }

  #seen = () => {
    if (document.visibilityState === 'visible') void this.refresh()
  }

  #draw(change: Partial<Picture>): void {
    this.#picture = { ...this.#picture, ...change }
    for (const listener of this.#listeners) listener()
  }
}

const accessIn = ({ token, access }: KeptRun) => ({ token, access })

/** A link that was opened meanwhile knows better than the answer to the one before. */
const shownBy = (token: string | null, access: KeptRun['access']) => (kept: KeptRun) =>
  kept.token === token ? { ...kept, access } : kept

/** What holds for who is signed in does not hold for a link. */
const accessOf = (kept: KeptRun, come: KeptRun) => (kept.token === null ? come.access : kept.access)

/** Nothing of a run that is over so long is of use on the phone, and its link is somebody's key. */
const FORGET_MS = 2 * 24 * 3_600_000
