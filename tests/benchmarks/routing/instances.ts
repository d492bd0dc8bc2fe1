// Which instances, and what is known of them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { UsageError } from '../usage-error.ts'

const ENDINGS = ['.vrp', '.txt']

/** The instances among these files and in these folders, below them too. @throws UsageError */
export function instancesIn(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path))
      throw new UsageError(`got ${path}, wanted a file or folder that is there`)
    if (statSync(path).isFile()) return [instanceAt(path)]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => ENDINGS.includes(extname(name)))
      .sort()
      .map((name) => resolve(path, name))
  })
  if (files.length === 0)
    throw new UsageError(`got ${paths.join(', ')}, wanted instances (${ENDINGS.join(', ')})`)
  return files
}

function instanceAt(path: string): string {
  if (!ENDINGS.includes(extname(path)))
    throw new UsageError(`got ${path}, wanted instances (${ENDINGS.join(', ')})`)
  return resolve(path)
}

/** The folder that it lies in. */
export const setOf = (file: string): string => basename(dirname(file))
export const nameOf = (file: string): string => basename(file, extname(file))

/** As published, in the published unit; `undefined`: none is known. @throws UsageError */
export function bestKnownOf(file: string, given: string | undefined): number | undefined {
  const folder = dirname(file)
  const beside = [join(folder, 'best-known.json'), join(folder, '..', 'best-known.json')]
  const list = given ?? beside.find((path) => existsSync(path))
  if (list === undefined) return undefined
  if (!existsSync(list))
    throw new UsageError(`--best-known: got ${list}, wanted a file that is there`)
  const all = JSON.parse(readFileSync(list, 'utf8')) as Record<string, { bks?: number }>
  const name = nameOf(file)
  const key = Object.keys(all).find((one) => one === `${setOf(file)}/${name}`) ?? name
  return (all[key] ?? Object.entries(all).find(([one]) => one.endsWith(`/${name}`))?.[1])?.bks
}
