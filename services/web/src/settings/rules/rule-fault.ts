import { Refused } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import type { SettingPath } from './catalog.ts'

/** What the API said is wrong with this setting. */
export function ruleFault(error: unknown, path: SettingPath): string | undefined {
  if (!(error instanceof Refused)) return undefined
  const field = `/${path.replace('.', '/')}`
  const wrong = error.problem.errors?.find(
    (one) => one.field === field || one.field.startsWith(`${field}/`),
  )
  return wrong && words().parts.notTaken(wrong.got)
}
