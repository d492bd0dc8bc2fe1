import { Link } from 'wouter'
import { useMay } from '../api/may.ts'
import { words } from '../language/words.ts'
import { useFocusHere } from '../parts/use-focus-here.ts'
import '../parts/next-steps.css'

/** Enough is there to plan: the way on. */
export function WhatNext({ onFinish }: { readonly onFinish: () => void }) {
  const said = words().firstRun
  const devices = useMay('device-manager')
  const heading = useFocusHere<HTMLHeadingElement>()
  return (
    <section className="next-steps">
      <h2 ref={heading} tabIndex={-1}>
        {said.next}
      </h2>
      <p>{said.nextPlan}</p>
      <p>{said.nextSensors}</p>
      <div className="choices">
        <button type="button" className="main" onClick={onFinish}>
          {said.toDesk}
        </button>
        {devices && (
          <Link href="/register/add/device" className="button">
            {said.addSensor}
          </Link>
        )}
      </div>
    </section>
  )
}
