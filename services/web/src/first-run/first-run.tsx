// An empty system greets: a depot, a vehicle, the containers, each done in place.

import { useQuery } from '@tanstack/react-query'
import { useMay } from '../api/may.ts'
import { depotsQuery, vehiclesQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { Waiting } from '../parts/status.tsx'
import { DepotForm } from '../register/depots/depot-form.tsx'
import { VehicleForm } from '../register/vehicles/vehicle-form.tsx'
import { ContainersStep } from './containers-step.tsx'
import { Step } from './step.tsx'
import { useWhatIsThere } from './use-first-run.ts'
import { WhatNext } from './what-next.tsx'
import './first-run.css'

interface FirstRunProps {
  /** All steps are done and the person wants on. */
  readonly onFinish: () => void
}

export default function FirstRun({ onFinish }: FirstRunProps) {
  const said = words().firstRun
  const there = useWhatIsThere()
  const edit = useMay('planner')
  const depots = useQuery(depotsQuery)
  const vehicles = useQuery(vehiclesQuery)
  if (there === undefined) return depots.isError ? <Failed again={depots.refetch} /> : <Waiting />
  const done = [there.depot, there.vehicle, there.containers > 0]
  const now = done.indexOf(false)
  return (
    <div className="first-run">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      {!edit && <p role="alert">{said.notYours}</p>}
      <p role="status" className="quiet">
        {now === -1 ? said.allDone : said.progress(now + 1, done.length)}
      </p>
      <ol className="steps">
        <Step
          title={said.depot}
          why={said.depotWhy}
          done={done[0] === true}
          now={now === 0}
          result={depots.data?.map(({ name }) => name).join(', ')}
        >
          {edit && <DepotForm onSaved={() => {}} />}
        </Step>
        <Step
          title={said.vehicle}
          why={said.vehicleWhy}
          done={done[1] === true}
          now={now === 1}
          result={vehicles.data
            ?.filter(({ active }) => active)
            .map(({ name }) => name)
            .join(', ')}
        >
          {edit && <VehicleForm onSaved={() => {}} />}
        </Step>
        <ContainersStep now={now === 2} count={there.containers} />
      </ol>
      {now === -1 && <WhatNext onFinish={onFinish} />}
      <details>
        <summary>{said.demo}</summary>
        <p>{said.demoHow}</p>
        <pre>
          <code>npm run demo</code>
        </pre>
      </details>
    </div>
  )
}
