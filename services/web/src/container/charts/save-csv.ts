// Every single reading of a span as a file, as the API writes it.
import { segment } from '../../api/ask.ts'
import { saveFile } from './save-file.ts'
import type { Span } from './view.ts'

/** @throws Error when the API does not give it */
export async function saveCsv(id: string, { from, to }: Span): Promise<void> {
  const iso = (ms: number) => new Date(ms).toISOString()
  const path = `/api/v1/containers/${segment(id)}/readings?from=${iso(from)}&to=${iso(to)}`
  const response = await fetch(path, { headers: { accept: 'text/csv' } })
  if (!response.ok) throw new Error(`status ${response.status}`)
  saveFile(await response.blob(), `${id} ${iso(from).slice(0, 10)} ${iso(to).slice(0, 10)}.csv`)
}
