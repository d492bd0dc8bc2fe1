import { useState } from 'react'
import { words } from '../../language/words.ts'
import { useDesk } from '../desk-context.ts'
import { RunCard } from './run-card.tsx'
import { useStopDrag } from './use-stop-drag.ts'
import './runs.css'

/** With more than this, only the first is open; where there is little room, none. */
const ALL_OPEN = 3

export function RunList() {
  const { runs } = useDesk()
  const drag = useStopDrag()
  const [isWide] = useState(() => matchMedia('(min-width: 1024px)').matches)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  if (runs.length === 0) return null
  return (
    <section className="run-list" aria-label={words().desk.run.title}>
      {runs.map((run, index) => (
        <RunCard
          key={run.id}
          run={run}
          drag={drag}
          isOpen={(isWide && (runs.length <= ALL_OPEN || index === 0)) !== turned.has(run.id)}
          onTurn={() => setTurned((before) => withTurned(before, run.id))}
        />
      ))}
    </section>
  )
}

function withTurned(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
