import { useRef, useState } from 'react'
import { words } from '../../language/words.ts'
import { Field } from '../../parts/field.tsx'
import { decodeText, Workbook } from './decode-text.ts'
import type { Source } from './import-page.tsx'
import { readFile } from './read-file.ts'

export function ChooseFile({ onRead }: { readonly onRead: (source: Source) => void }) {
  const said = words().imports
  const [fault, setFault] = useState<string>()
  const latest = useRef<File>(undefined)
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    latest.current = file
    const outcome = await contentOf(file)
    if (latest.current !== file) return
    if (typeof outcome === 'string') setFault(outcome)
    else onRead(outcome)
  }
  return (
    <div className="choose-file">
      <p>{said.lead}</p>
      <Field label={said.choose} hint={said.chooseHint} error={fault}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.txt,.tsv,.geojson,.json,text/csv,application/geo+json"
            onChange={({ target }) => read(target.files?.[0])}
          />
        )}
      </Field>
    </div>
  )
}

/** @returns what is wrong with the file, when something is */
async function contentOf(file: File): Promise<Source | string> {
  const said = words().imports
  try {
    const outcome = readFile(decodeText(new Uint8Array(await file.arrayBuffer())))
    return outcome.kind === 'table'
      ? { file: file.name, table: outcome.table }
      : said.unreadable[outcome.why]
  } catch (error) {
    return error instanceof Workbook ? said.workbook : said.unreadable.empty
  }
}
