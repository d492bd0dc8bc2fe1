import type { Session } from '@bakwacht/api/contract'
import { type Live, useLive } from '../api/live.ts'
import { clock } from '../language/format.ts'
import { currentLanguage } from '../language/language.ts'
import { words } from '../language/words.ts'
import { LanguageSelect } from '../parts/language-select.tsx'
import { PageLink } from './page-link.tsx'
import { SignOut } from './sign-out.tsx'

export function TopBar({ session }: { readonly session: Session }) {
  const said = words().shell
  const live = useLive()
  return (
    <header>
      <div className="top-bar">
        <nav aria-label={said.pages}>
          <PageLink to="/">{said.today}</PageLink>
          <PageLink to="/register/containers" within="/register">
            {said.register}
          </PageLink>
          <PageLink to="/settings" within="/settings">
            {said.settings}
          </PageLink>
        </nav>
        <span className="top-bar-end">
          {live.kind === 'live' && (
            <span className="live" aria-hidden="true">
              <span>{said.live}</span>
            </span>
          )}
          <LanguagePicker />
          {!session.open && <SignOut />}
        </span>
      </div>
      <Connection live={live} />
    </header>
  )
}

/** Always there, so that what it says is read out; without a connection it is seen too. */
const Connection = ({ live }: { readonly live: Live }) => (
  <p className={live.kind === 'lost' ? 'connection' : 'unseen'} role="status">
    {live.kind === 'lost' && words().shell.notLive(clock(live.since))}
    {live.kind === 'live' && words().shell.live}
  </p>
)

/** On a phone the choice lies unseen upon two letters. */
export const LanguagePicker = () => (
  <span className="language">
    <span aria-hidden="true">{currentLanguage().toUpperCase()}</span>
    <LanguageSelect label={words().shell.language} />
  </span>
)
