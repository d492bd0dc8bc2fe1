// All pages that there are, with what is there on an ordinary morning.
import { ask } from '../system/interface/ask.ts'
import { TODAY, type World } from './demo-world.ts'

export interface PageToVisit {
  readonly name: string
  /** After the origin. */
  readonly path: string
}

export const DESK_PAGES: readonly PageToVisit[] = [
  { name: 'the desk', path: '/' },
  { name: 'the containers', path: '/register/containers' },
  { name: 'a new container', path: '/register/add/container' },
  { name: 'the import', path: '/register/import' },
  { name: 'the sensors', path: '/register/devices' },
  { name: 'the vehicles', path: '/register/vehicles' },
  { name: 'the depots', path: '/register/depots' },
  { name: 'a container', path: '/containers/bin-0002' },
  { name: 'the rules', path: '/settings' },
  { name: 'the calendar', path: '/settings/calendar' },
  { name: 'who has access', path: '/settings/access' },
]

interface Run {
  readonly id: string
}

/** Approves the day's plan. @returns the first run's page for a driver, as a new link opens it */
export async function driverPage({ backend }: World): Promise<PageToVisit> {
  const [plan] = (await ask(backend, 'GET', `/plans?date=${TODAY}`)).body.items
  if (plan.status === 'draft')
    await ask(backend, 'PATCH', `/plans/${plan.id}`, {
      body: { ops: [{ op: 'approve' }] },
      headers: { 'if-match': `"${plan.version}"` },
    })
  const [run] = plan.runs as readonly Run[]
  const { token } = (await ask(backend, 'POST', `/runs/${run?.id}/link`)).body
  return { name: 'a run', path: `/driver#${token}` }
}
