import { useState } from 'react'
import { Link } from 'wouter'
import { useMay } from '../api/may.ts'
import { number } from '../language/format.ts'
import { words } from '../language/words.ts'
import { ContainerForm } from '../register/containers/container-form.tsx'
import { Step } from './step.tsx'

interface ContainersStepProps {
  readonly now: boolean
  readonly count: number
}

/** One by one, or all from a file; after the first one there may be more. */
export function ContainersStep({ now, count }: ContainersStepProps) {
  const said = words().firstRun
  const edit = useMay('planner')
  const [another, setAnother] = useState(false)
  const ways = (
    <>
      <p>
        <Link href="/register/import" className="button">
          {said.importAll}
        </Link>
      </p>
      <p>{said.orOne}</p>
      <ContainerForm onSaved={() => setAnother(false)} />
    </>
  )
  const more = another ? (
    ways
  ) : (
    <button type="button" onClick={() => setAnother(true)}>
      {said.moreBins}
    </button>
  )
  return (
    <Step
      title={said.containers}
      why={said.containersWhy}
      done={count > 0}
      now={now}
      result={said.bins(count, number(count))}
      more={edit && more}
    >
      {edit && ways}
    </Step>
  )
}
