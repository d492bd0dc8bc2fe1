import type { Session } from '@bakwacht/api/contract'
import { Link, useLocation } from 'wouter'
import { ask } from '../api/ask.ts'
import { useLive } from '../api/live.ts'
import {
  chooseLanguage,
  currentLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
} from '../language/language.ts'
import { words } from '../language/words.ts'

export function TopBar({ session }: { readonly session: Session }) {
  const said = words().shell
  const live = useLive()
  return (
    <header className="top-bar">
      <nav aria-label={said.pages}>
        <PageLink to="/">{said.today}</PageLink>
        <PageLink to="/register/containers" within="/register">
          {said.register}
        </PageLink>
        <PageLink to="/settings">{said.settings}</PageLink>
      </nav>
      <LanguagePicker />
      <span className={live ? 'live on' : 'live'} role="status">
        {live ? said.live : said.notLive}
      </span>
      {!session.open && (
        <button type="button" onClick={signOut}>
          {said.signOut}
        </button>
      )}
    </header>
  )
}

interface PageLinkProps {
  readonly to: string
  /** Where the addresses of all its pages begin; absent: it is one page. */
  readonly within?: string
  readonly children: string
}

function PageLink({ to, within, children }: PageLinkProps) {
  const [path] = useLocation()
  const isHere = within === undefined ? path === to : path.startsWith(within)
  return (
    <Link href={to} className={isHere ? 'active' : ''} {...(isHere && { 'aria-current': 'page' })}>
      {children}
    </Link>
  )
}

export const LanguagePicker = () => (
  <select
    aria-label={words().shell.language}
    value={currentLanguage()}
    onChange={({ target: { value } }) => isLanguage(value) && chooseLanguage(value)}
  >
    {LANGUAGES.map((language) => (
      <option key={language} value={language} lang={language}>
        {LANGUAGE_NAMES[language]}
      </option>
    ))}
  </select>
)

async function signOut(): Promise<void> {
  await ask('/session', { method: 'DELETE' })
  location.assign('/')
}
