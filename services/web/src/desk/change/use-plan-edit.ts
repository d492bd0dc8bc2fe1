// A planner's changes: each is priced, then made or left, and can be taken back.
import type { ChangedPlan, Plan } from '@bakwacht/api/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Refused } from '../../api/ask.ts'
import { keepPlan, plansOfQuery } from '../../api/plans.ts'
import { words } from '../../language/words.ts'
import { refusal } from '../../parts/refusal.ts'
import { type Change, changePlan, isOvertaken, readPlan } from './plan-change.ts'
import { isChangedSince } from './undo-stack.ts'
import { forgetLast, rememberDone, undoQuery } from './undo-store.ts'

interface Wish extends Change {
  readonly kind: 'change' | 'undo'
}

export interface Proposal extends Wish {
  /** What the plan would be, and the difference; nothing while the answer is awaited or when it is refused. */
  readonly priced?: ChangedPlan
  /** The version that the price holds for. */
  readonly version: number
  readonly fault?: string
  /** Somebody else was faster: the price is another than the planner saw. */
  readonly overtaken?: boolean
}

export interface PlanEdit {
  readonly proposal: Proposal | undefined
  readonly busy: boolean
  /** What was done last, or why it was not. */
  readonly told: { readonly done?: string; readonly fault?: string }
  readonly undoable: string | undefined
  /** Asks for the price first. */
  readonly propose: (change: Change) => void
  /** Does it at once: what changes neither way nor cost. */
  readonly make: (change: Change) => void
  readonly confirm: () => void
  readonly leave: () => void
  readonly undo: () => void
}

/** What was done is said for so long; to undo it is offered beyond. */
const TOLD_FOR_MS = 20_000

export function usePlanEdit(plan: Plan): PlanEdit {
  const client = useQueryClient()
  const { data: stack } = useQuery(undoQuery(plan.id))
  const [proposal, setProposal] = useState<Proposal>()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<PlanEdit['told']>({})
  const making = useRef(Promise.resolve())
  useEffect(() => {
    if (told.done === undefined) return
    const over = setTimeout(() => setTold({}), TOLD_FOR_MS)
    return () => clearTimeout(over)
  }, [told])

  /** An answer that comes when its change has been left, or another proposed, is not shown. */
  const replace = (asked: Proposal, by: Proposal | undefined) =>
    setProposal((now) => (now === asked ? by : now))

  /** What an answer has brought may not be drawn yet. */
  const versionNow = (): number =>
    client.getQueryData(plansOfQuery(plan.date).queryKey)?.find(({ id }) => id === plan.id)
      ?.version ?? plan.version

  function propose(wish: Wish, overtaken = false) {
    const asked = { ...wish, version: versionNow(), overtaken }
    setTold({})
    setProposal(asked)
    void price(asked)
  }

  async function price(asked: Proposal) {
    // A change that is just being made comes first.
    await making.current
    const version = versionNow()
    const { ops, overtaken } = asked
    try {
      const priced = await changePlan({ planId: plan.id, version, ops, dryRun: true })
      replace(asked, { ...asked, version, priced })
    } catch (error) {
      if (isOvertaken(error) && !overtaken) await priceAnew(asked)
      else replace(asked, { ...asked, fault: faultOf(error) })
    }
  }

  /** For the plan as somebody else has made it meanwhile. */
  async function priceAnew(asked: Proposal) {
    try {
      const anew = { ...asked, version: await reload(), overtaken: true }
      replace(asked, anew)
      await price(anew)
    } catch (error) {
      replace(asked, { ...asked, fault: faultOf(error) })
    }
  }

  /** @param version which its price holds for; without one it is meant for the newest that there is by then */
  function make(wish: Wish, version?: number, from?: Proposal) {
    const before = making.current
    making.current = before.then(() => makeNow(wish, version ?? versionNow(), from))
  }

  async function makeNow(wish: Wish, version: number, from?: Proposal) {
    setBusy(true)
    setTold({})
    try {
      const made = await changePlan({ planId: plan.id, version, ops: wish.ops, dryRun: false })
      keepPlan(client, made)
      const { title, kind } = wish
      if (kind === 'undo') forgetLast(client, plan.id, made.version)
      else rememberDone(client, plan.id, { title, before: version, after: made.version })
      const said = words().desk.change
      setTold({ done: kind === 'undo' ? said.undone(title) : said.done(title) })
      if (from) replace(from, undefined)
    } catch (error) {
      if (isOvertaken(error)) {
        const asked = from ?? { ...wish, version }
        if (from === undefined) setProposal(asked)
        void priceAnew(asked)
      } else if (from === undefined) setTold({ fault: faultOf(error) })
      else replace(from, { ...wish, version, fault: faultOf(error) })
    } finally {
      setBusy(false)
    }
  }

  async function reload(): Promise<number> {
    const fresh = await readPlan(plan.id)
    keepPlan(client, fresh)
    return fresh.version
  }

  const last = stack.at(-1)
  return {
    proposal,
    busy,
    told,
    undoable: last?.title,
    propose: (change) => propose({ ...change, kind: 'change' }),
    make: (change) => make({ ...change, kind: 'change' }),
    confirm: () => proposal?.priced && make(wishOf(proposal), proposal.version, proposal),
    leave: () => setProposal(undefined),
    undo() {
      if (last === undefined) return
      const ops = [{ op: 'restore', version: last.before }] as const
      const back: Wish = { title: last.title, ops, kind: 'undo' }
      if (isChangedSince(stack, plan.version)) propose(back, true)
      else make(back)
    },
  }
}

const wishOf = ({ title, ops, kind }: Proposal): Wish => ({ title, ops, kind })

/** A refused change comes with a sentence in the page's language. */
const faultOf = (error: unknown): string =>
  (error instanceof Refused ? error.problem.text : undefined) ??
  refusal(error) ??
  words().parts.notReached
