import type { ImportReport } from '@bakwacht/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { ask, Refused } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import { refusal } from '../../parts/refusal.ts'
import { Status, Waiting } from '../../parts/status.tsx'
import { useFocusHere } from '../../parts/use-focus-here.ts'
import { BadRows } from './bad-rows.tsx'
import { Changes } from './changes.tsx'
import { Imported } from './imported.tsx'
import { badRows } from './plain-fault.ts'
import { importBody, type PreparedRow } from './prepare-import.ts'

interface PreviewProps {
  readonly rows: readonly PreparedRow[]
  readonly onRows: (rows: readonly PreparedRow[]) => void
  readonly onBack: () => void
}

const send = (rows: readonly PreparedRow[], dryRun: boolean) =>
  ask<ImportReport>(`/containers/import?dry_run=${dryRun}`, {
    method: 'POST',
    body: importBody(rows),
    headers: { 'content-type': 'application/geo+json' },
  })

/** While it goes on, who leaves would not hear what became of it. */
export const IMPORT = ['import'] as const

/** What the import would do, as the API says before it does anything. */
export function Preview({ rows, onRows, onBack }: PreviewProps) {
  const said = words().imports
  const heading = useId()
  const begin = useFocusHere<HTMLHeadingElement>()
  const client = useQueryClient()
  const trial = useQuery({
    queryKey: ['import-trial', rows],
    queryFn: () => send(rows, true),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const taking = useMutation({
    mutationKey: IMPORT,
    mutationFn: () => send(rows, false),
    onSuccess: () =>
      Promise.all(
        ['containers', 'fleet', 'state'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
  if (taking.data !== undefined) return <Imported report={taking.data} />
  const errors = trial.error instanceof Refused ? (trial.error.problem.errors ?? []) : []
  const bad = badRows(errors, rows, said)
  const report = trial.data
  const count = (report?.created ?? 0) + (report?.updated ?? 0)
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} ref={begin} tabIndex={-1}>
        {said.preview}
      </h2>
      {trial.isPending && <Waiting />}
      {trial.isError && bad.length === 0 && <Status fault={refusal(trial.error)} />}
      {bad.length > 0 && (
        <BadRows
          bad={bad}
          leaveOut={(lines) => onRows(rows.filter(({ at }) => !lines.has(at)))}
          total={rows.length}
        />
      )}
      {report !== undefined && <Changes report={report} />}
      <div className="choices">
        {count > 0 && (
          <button
            type="button"
            className="main"
            disabled={taking.isPending}
            onClick={() => taking.mutate()}
          >
            {taking.isPending ? words().parts.saving : said.take(count)}
          </button>
        )}
        <button type="button" disabled={taking.isPending} onClick={onBack}>
          {said.back}
        </button>
        <Status fault={refusal(taking.error)} />
      </div>
    </section>
  )
}
