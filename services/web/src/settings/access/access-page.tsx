// Who may do what: people, programs and links, each with a code of its own.
import type { IssuedToken, Token } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../api/may.ts'
import { sessionQuery, tokensQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { Waiting } from '../../parts/status.tsx'
import { GiveAccess } from './give-access.tsx'
import { NewCode } from './new-code.tsx'
import { TakeAway } from './take-away.tsx'
import { TokenTable, type TokenTableProps } from './token-table.tsx'
import './access.css'

export default function AccessPage() {
  const said = words().settings.access
  const mayGive = useMay('admin')
  return (
    <>
      <h1>{said.title}</h1>
      {mayGive ? <Access /> : <p>{said.onlyAdmins}</p>}
    </>
  )
}

function Access() {
  const said = words().settings.access
  const session = useQuery(sessionQuery)
  const tokens = useQuery(tokensQuery)
  const [issued, setIssued] = useState<IssuedToken>()
  const [leaving, setLeaving] = useState<Token>()
  return (
    <div className="access-page">
      <p>{said.intro}</p>
      {session.data?.open === true && <p className="quiet">{said.open}</p>}
      <GiveAccess onGiven={setIssued} />
      <h2>{said.people}</h2>
      {tokens.data && <AllTokens tokens={tokens.data} takeAway={setLeaving} />}
      {!tokens.data && (tokens.isError ? <Failed again={tokens.refetch} /> : <Waiting />)}
      {issued && <NewCode token={issued} onClose={() => setIssued(undefined)} />}
      {leaving && (
        <TakeAway key={leaving.id} token={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </div>
  )
}

/** People and programs; the links that drivers were sent are many, and folded. */
function AllTokens({ tokens, takeAway }: TokenTableProps) {
  const said = words().settings.access
  const links = tokens.filter(({ run_id }) => run_id !== null)
  return (
    <>
      <TokenTable tokens={tokens.filter(({ run_id }) => run_id === null)} takeAway={takeAway} />
      {links.length > 0 && (
        <details>
          <summary>{said.links(links.length)}</summary>
          <TokenTable tokens={links} takeAway={takeAway} />
        </details>
      )}
    </>
  )
}
