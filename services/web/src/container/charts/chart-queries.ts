import type { ContainerHistory, MeanReading } from '@bakwacht/api/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, askAll, segment } from '../../api/ask.ts'
import { measuredOf } from './measured.ts'
import { DAY, type Span, stepFor, stepMs } from './view.ts'

/** The API answers so many days of hours at once. */
const MOST_HISTORY = 92 * DAY

const iso = (ms: number) => new Date(ms).toISOString()

export const measuredQuery = (id: string, span: Span) =>
  queryOptions({
    placeholderData: keepPreviousData,
    queryKey: ['readings', id, span.from, span.to],
    queryFn: async ({ signal }) => {
      const step = stepFor(span)
      const query = `from=${iso(span.from)}&to=${iso(span.to)}&every=${step}`
      const path = `/containers/${segment(id)}/readings?${query}`
      return measuredOf(await askAll<MeanReading>(path, signal), stepMs(step))
    },
  })

/** Of a longer span, its end. */
export const historyQuery = (id: string, span: Span) =>
  queryOptions({
    placeholderData: keepPreviousData,
    queryKey: ['history', id, span.from, span.to],
    queryFn: ({ signal }) => {
      const from = Math.max(span.from, span.to - MOST_HISTORY)
      const path = `/containers/${segment(id)}/history?from=${iso(from)}&to=${iso(span.to)}`
      return ask<ContainerHistory>(path, { signal })
    },
  })
