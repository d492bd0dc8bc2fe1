// Dragging a stop by its number, with a mouse, a pen or a finger.
import { type PointerEvent, useState } from 'react'
import { words } from '../../language/words.ts'
import { type DropPlace, moveTo } from '../change/moves.ts'
import { useDesk, vehicleName } from '../desk-context.ts'

export interface StopDrag {
  /** The stop that is being dragged. */
  readonly stopId: string | null
  /** Where it would be put if it were let go now. */
  readonly at: DropPlace | null
  readonly handle: (stopId: string) => Handle
}

type Listener = (event: PointerEvent<HTMLElement>) => void
interface Handle {
  readonly onPointerDown: Listener
  readonly onPointerMove: Listener
  readonly onPointerUp: Listener
  readonly onPointerCancel: Listener
}

export function useStopDrag(): StopDrag {
  const desk = useDesk()
  const [drag, setDrag] = useState<Pick<StopDrag, 'stopId' | 'at'>>({ stopId: null, at: null })
  const end = () => setDrag({ stopId: null, at: null })

  function letGo(): void {
    const { stopId, at } = drag
    end()
    if (stopId === null || at === null) return
    const op = moveTo(at, stopId, desk.runs)
    const run = desk.runs.find(({ id }) => id === at.runId)
    const stop = desk.runs.flatMap(({ stops }) => stops).find(({ id }) => id === stopId)
    if (op === undefined || run === undefined || stop === undefined) return
    const title = words().desk.change.place(stop.name, op.seq, vehicleName(desk, run))
    desk.edit?.propose({ title, ops: [op] })
  }

  return {
    ...drag,
    handle: (stopId) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ stopId, at: null })
      },
      onPointerMove(event) {
        if (drag.stopId !== stopId) return
        scrollAtEdge(event)
        const at = placeUnder(event)
        const isSame = at?.runId === drag.at?.runId && at?.beforeStopId === drag.at?.beforeStopId
        if (!isSame) setDrag({ stopId, at })
      },
      onPointerUp: letGo,
      onPointerCancel: end,
    }),
  }
}

/** Above a row's middle: before it; below: before the next. Over the run's head: before what is seen of its stops. */
function placeUnder({ clientX, clientY }: PointerEvent): DropPlace | null {
  const under = document.elementFromPoint(clientX, clientY)
  const run = under?.closest<HTMLElement>('[data-run-id]')
  const runId = run?.dataset.runId
  if (runId === undefined) return null
  const row =
    under?.closest('[data-stop-id]') ??
    (under?.closest('header') ? run?.querySelector('[data-stop-id]') : undefined)
  return { runId, beforeStopId: row ? beforeRow(row, clientY) : null }
}

function beforeRow(row: Element, y: number): string | null {
  const { top, height } = row.getBoundingClientRect()
  const before = y < top + height / 2 ? row : row.nextElementSibling
  return before instanceof HTMLElement ? (before.dataset.stopId ?? null) : null
}

const EDGE_PX = 48
const STEP_PX = 16

function scrollAtEdge({ clientY, currentTarget }: PointerEvent<HTMLElement>): void {
  const list = currentTarget.closest('.run-list')
  if (list === null) return
  const { top, bottom } = list.getBoundingClientRect()
  if (clientY < top + EDGE_PX) list.scrollBy(0, -STEP_PX)
  if (clientY > bottom - EDGE_PX) list.scrollBy(0, STEP_PX)
}
