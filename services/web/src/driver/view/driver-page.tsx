// Which of its few screens the page shows.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { words } from '../../language/words.ts'
import type { Drive } from '../run/drive.ts'
import { installPage, type Offline } from '../worker/register.ts'
import { ChooseRun } from './choose-run.tsx'
import { NoRun } from './no-run.tsx'
import { RunScreen } from './run-screen.tsx'
import './driver.css'

export function DriverPage({ drive }: { readonly drive: Drive }) {
  const picture = useSyncExternalStore(drive.subscribe, drive.picture)
  const [offline, setOffline] = useState<Offline>('busy')
  useEffect(() => void installPage(setOffline), [])
  const run = picture.kept.runs.find(({ id }) => id === picture.runId)
  if (run !== undefined)
    return <RunScreen key={run.id} drive={drive} picture={picture} run={run} offline={offline} />
  if (picture.opening === 'busy')
    return (
      <p className="plain" role="status">
        {words().driver.loading}
      </p>
    )
  if (picture.opening === 'done' && picture.kept.runs.length > 0)
    return <ChooseRun drive={drive} runs={picture.kept.runs} />
  return <NoRun drive={drive} opening={picture.opening} />
}
