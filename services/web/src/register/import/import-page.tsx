// Containers from a file: choose it, match its columns, see what will change, then all or nothing.
import { useState } from 'react'
import { words } from '../../language/words.ts'
import { EditPage } from '../edit-page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ImportSteps } from './import-steps.tsx'
import type { ImportedTable } from './read-file.ts'
import './import.css'

export interface Source {
  readonly file: string
  readonly table: ImportedTable
}

export function ImportPage() {
  const said = words().imports
  const [source, setSource] = useState<Source>()
  return (
    <EditPage
      title={said.title}
      back={{ to: '/register/containers', label: words().register.kinds.containers }}
    >
      {source === undefined ? (
        <ChooseFile onRead={setSource} />
      ) : (
        <ImportSteps source={source} onOther={() => setSource(undefined)} />
      )}
    </EditPage>
  )
}
