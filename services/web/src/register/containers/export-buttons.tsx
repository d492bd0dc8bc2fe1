import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { containersQuery } from '../../api/queries.ts'
import { currentLanguage } from '../../language/language.ts'
import { words } from '../../language/words.ts'
import { Status } from '../../parts/status.tsx'
import { download } from '../download.ts'
import { containersAsCsv, containersAsGeoJson } from './export-containers.ts'

/** Takes what the list shows now home as a file. */
export function ExportButtons({ ids }: { readonly ids: readonly string[] }) {
  const said = words().register
  const client = useQueryClient()
  const [failed, setFailed] = useState(false)
  const save = async (kind: 'csv' | 'geojson') => {
    try {
      const wanted = new Set(ids)
      const all = await client.fetchQuery({ ...containersQuery, staleTime: 0 })
      const containers = all.filter(({ id }) => wanted.has(id))
      if (kind === 'csv')
        download('containers.csv', 'text/csv', containersAsCsv(containers, currentLanguage()))
      else download('containers.geojson', 'application/geo+json', containersAsGeoJson(containers))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="choices">
      <button type="button" onClick={() => save('csv')}>
        {said.exportCsv}
      </button>
      <button type="button" onClick={() => save('geojson')}>
        {said.exportGeoJson}
      </button>
      <Status fault={failed ? words().parts.notLoaded : undefined} />
    </div>
  )
}
