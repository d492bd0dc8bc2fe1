// Signed in or not; then the bar on top, and below it the page that the address names.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import { Refused } from '../api/ask.ts'
import { sessionQuery } from '../api/queries.ts'
import { setTimeZone } from '../language/format.ts'
import { words } from '../language/words.ts'
import { SignIn } from './sign-in.tsx'
import { TopBar } from './top-bar.tsx'
import './app.css'

const Desk = lazy(() => import('../desk/desk.tsx'))
const ContainerPage = lazy(() => import('../container/container-page.tsx'))
const Register = lazy(() => import('../register/register.tsx'))
const Settings = lazy(() => import('../settings/settings.tsx'))

export function App() {
  const session = useQuery(sessionQuery)
  if (session.error instanceof Refused && session.error.status === 401) return <SignIn />
  if (session.isError) return <Fault />
  if (session.data === undefined) return <Loading />
  setTimeZone(session.data.timezone)
  return (
    <>
      <a className="skip" href="#main">
        {words().shell.skip}
      </a>
      <TopBar session={session.data} />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Desk} />
            <Route path="/containers/:id">{({ id }) => <ContainerPage id={id} />}</Route>
            <Route path="/register/*?" component={Register} />
            <Route path="/settings" component={Settings} />
            <Route component={NoPage} />
          </Switch>
        </Suspense>
      </main>
    </>
  )
}

const NoPage = () => (
  <div className="waiting">
    <h1>{words().shell.noPage}</h1>
    <p>
      <Link href="/">{words().shell.toToday}</Link>
    </p>
  </div>
)

const Loading = () => (
  <p className="waiting quiet" role="status">
    {words().shell.loading}
  </p>
)

const Fault = () => (
  <p className="waiting fault" role="alert">
    {words().shell.failed}
  </p>
)
