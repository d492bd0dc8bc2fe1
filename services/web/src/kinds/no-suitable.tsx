import { useQuery } from '@tanstack/react-query'
import { vehiclesQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { kindsMissing } from './kinds-missing.ts'

interface NoSuitableProps {
  /** Of the reason for which the bin is left out. */
  readonly evidence: Readonly<Record<string, unknown>>
  /** `null`: it is tied to none. */
  readonly depotId: string | null
}

/** Behind "no suitable vehicle": which kinds would do, and which there are. Nothing behind other reasons. */
export function NoSuitable({ evidence, depotId }: NoSuitableProps) {
  const { data: vehicles } = useQuery(vehiclesQuery)
  const missing = vehicles && kindsMissing(evidence, vehicles, depotId)
  if (!missing) return null
  const said = words().parts
  const { takes, has, away } = missing
  return ` ${said.emptiedOnlyBy(takes)} ${away ? said.kindsAway : said.kindsInUse(has)}`
}
