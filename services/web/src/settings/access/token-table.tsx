import type { Token } from '@bakwacht/api/contract'
import { day } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { type Column, Table } from '../../parts/table.tsx'

export interface TokenTableProps {
  readonly tokens: readonly Token[]
  readonly takeAway: (token: Token) => void
}

export function TokenTable({ tokens, takeAway }: TokenTableProps) {
  const said = words().settings.access
  if (tokens.length === 0) return <p className="quiet">{said.nobody}</p>
  const roleOf = ({ role, run_id }: Token) => (run_id === null ? said.roles[role] : said.oneRun)
  const columns: readonly Column<Token>[] = [
    { key: 'name', label: said.name, cell: ({ name }) => name, sort: ({ name }) => name },
    { key: 'role', label: said.role, cell: roleOf, sort: roleOf },
    {
      key: 'since',
      label: said.since,
      cell: ({ created_at }) => day(created_at),
      sort: ({ created_at }) => created_at,
    },
    {
      key: 'until',
      label: said.until,
      cell: ({ expires_at }) => (expires_at === null ? said.forEver : day(expires_at)),
      sort: ({ expires_at }) => expires_at,
    },
    {
      key: 'revoke',
      label: said.revoke,
      cell: (token) => (
        <button
          type="button"
          aria-label={said.revokeFor(token.name)}
          onClick={() => takeAway(token)}
        >
          {said.revoke}
        </button>
      ),
    },
  ]
  return <Table caption={said.people} columns={columns} rows={tokens} rowKey={({ id }) => id} />
}
