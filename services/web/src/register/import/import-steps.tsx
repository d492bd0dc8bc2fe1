import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { depotsQuery, fleetQuery, sitesQuery } from '../../api/queries.ts'
import { number } from '../../language/format.ts'
import { currentLanguage } from '../../language/language.ts'
import { words } from '../../language/words.ts'
import { Waiting } from '../../parts/status.tsx'
import type { Source } from './import-page.tsx'
import { guessColumns } from './match-columns.ts'
import { MatchTable } from './match-table.tsx'
import { type PreparedRow, prepareImport } from './prepare-import.ts'
import { IMPORT, Preview } from './preview.tsx'

const USUAL_LITRES = 2200

interface ImportStepsProps {
  readonly source: Source
  readonly onOther: () => void
}

export function ImportSteps({ source: { file, table }, onOther }: ImportStepsProps) {
  const said = words().imports
  const [matching, setMatching] = useState(() => guessColumns(table))
  const [capacityL, setCapacityL] = useState<number | null>(USUAL_LITRES)
  const [rows, setRows] = useState<readonly PreparedRow[]>()
  const isImporting = useIsMutating({ mutationKey: IMPORT }) > 0
  const depots = useQuery(depotsQuery).data
  const sites = useQuery(sitesQuery).data
  const fleet = useQuery(fleetQuery).data
  if (depots === undefined || sites === undefined || fleet === undefined) return <Waiting />
  const look = () => {
    const known = new Set(fleet.features.map(({ id }) => id))
    const language = currentLanguage()
    setRows(prepareImport(table, matching, { language, depots, sites, known, capacityL }))
  }
  return (
    <>
      <p>
        {said.read(file, table.rows.length, number(table.rows.length))}{' '}
        <button type="button" disabled={isImporting} onClick={onOther}>
          {said.other}
        </button>
      </p>
      {rows === undefined ? (
        <MatchTable
          table={table}
          matching={matching}
          onMatch={setMatching}
          capacityL={capacityL}
          onCapacity={setCapacityL}
          onDone={look}
        />
      ) : (
        <Preview rows={rows} onRows={setRows} onBack={() => setRows(undefined)} />
      )}
    </>
  )
}
