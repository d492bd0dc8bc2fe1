// Rules, calendar and access: three parts, each a page of its own.
import { Route, Switch } from 'wouter'
import { useMay } from '../api/may.ts'
import { NoPage } from '../app/no-page.tsx'
import { PageLink } from '../app/page-link.tsx'
import { words } from '../language/words.ts'
import { late } from '../parts/late.tsx'
import { Waiting } from '../parts/status.tsx'
import { RulesPage } from './rules/rules-page.tsx'
import '../parts/tabs.css'

const CalendarPage = late(() => import('./calendar/calendar-page.tsx'), Waiting)
const AccessPage = late(() => import('./access/access-page.tsx'), Waiting)

export default function Settings() {
  const said = words().settings
  const mayGiveAccess = useMay('admin')
  return (
    <>
      <nav className="tabs" aria-label={said.parts}>
        <PageLink to="/settings">{said.rules}</PageLink>
        <PageLink to="/settings/calendar">{said.calendar.title}</PageLink>
        {mayGiveAccess && <PageLink to="/settings/access">{said.access.title}</PageLink>}
      </nav>
      <Switch>
        <Route path="/settings/calendar" component={CalendarPage} />
        <Route path="/settings/access" component={AccessPage} />
        <Route path="/settings" component={RulesPage} />
        <Route component={NoPage} />
      </Switch>
    </>
  )
}
