// Signed in or not; then the bar on top, and below it the page that the address names.
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Route, Switch, useLocation } from 'wouter'
import { Refused } from '../api/ask.ts'
import { sessionQuery } from '../api/queries.ts'
import { setTimeZone } from '../language/format.ts'
import { withWords, words } from '../language/words.ts'
import { late } from '../parts/late.tsx'
import { DriversOnly } from './drivers-only.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { NoPage } from './no-page.tsx'
import { SignIn } from './sign-in.tsx'
import { TopBar } from './top-bar.tsx'
import { usePageChange } from './use-page-change.ts'
import './app.css'

const Desk = late(() => import('../desk/desk.tsx'), Loading)
const ContainerPage = late(() => withWords(import('../container/container-page.tsx')), Loading)
const Register = late(() => withWords(import('../register/register.tsx')), Loading)
const Settings = late(() => withWords(import('../settings/settings.tsx')), Loading)

const DESK = '/'
const RETRY_MS = 5000

/** What the page at this address needs first, fetched side by side while its words come. */
export function fetchEarly(client: QueryClient, path: string): void {
  void client.prefetchQuery(sessionQuery)
  if (path === DESK) Desk.fetchEarly()
}

export function App() {
  const session = useQuery({
    ...sessionQuery,
    // It was asked before the page was there.
    retryOnMount: false,
    refetchInterval: ({ state: { error } }) => error !== null && !isSignedOut(error) && RETRY_MS,
  })
  if (isSignedOut(session.error)) return <SignIn />
  if (session.data === undefined) return session.isError ? <Fault /> : <Loading />
  setTimeZone(session.data.timezone)
  if (!session.data.acts_as.includes('viewer')) return <DriversOnly />
  return (
    <>
      <a className="skip" href="#main">
        {words().shell.skip}
      </a>
      <TopBar session={session.data} />
      <Pages />
    </>
  )
}

const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401

function Pages() {
  const [path] = useLocation()
  const main = usePageChange(path)
  return (
    <main id="main" tabIndex={-1} ref={main}>
      <ErrorBoundary path={path}>
        <Switch>
          <Route path={DESK} component={Desk} />
          <Route path="/containers/:id">{({ id }) => <ContainerPage id={id} />}</Route>
          <Route path="/register/*?" component={Register} />
          <Route path="/settings/*?" component={Settings} />
          <Route component={NoPage} />
        </Switch>
      </ErrorBoundary>
    </main>
  )
}

function Loading() {
  return (
    <p className="waiting quiet" role="status">
      {words().shell.loading}
    </p>
  )
}

const Fault = () => (
  <p className="waiting fault" role="alert">
    {words().shell.failed}
  </p>
)
