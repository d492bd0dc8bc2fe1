import type { Container } from '@bakwacht/api/contract'
import { useMutation } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { words } from '../../language/words.ts'
import { saveCsv } from './save-csv.ts'
import { savePicture } from './save-picture.ts'
import type { Span } from './view.ts'

interface SavingProps {
  readonly container: Container
  readonly span: Span
  readonly charts: RefObject<HTMLElement | null>
}

export function Saving({ container, span, charts }: SavingProps) {
  const said = words().container.charts
  const csv = useMutation({ mutationFn: () => saveCsv(container.id, span) })
  return (
    <p className="choices">
      <button type="button" disabled={csv.isPending} onClick={() => csv.mutate()}>
        {said.saveCsv}
      </button>
      <button
        type="button"
        onClick={() => charts.current && savePicture(charts.current, container.name)}
      >
        {said.savePicture}
      </button>
      {csv.isError && (
        <span className="fault" role="alert">
          {said.notSaved}
        </span>
      )}
    </p>
  )
}
