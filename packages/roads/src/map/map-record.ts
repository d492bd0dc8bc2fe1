// map.json: which map is in use.
import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { RoadsFolder } from './roads-folder.ts'

const recordSchema = z.object({
  /** The same extract, built by the same Valhalla, is the same map. */
  identity: z.string(),
  /** Name of the folder beside. */
  tiles: z.string().regex(/^tiles-[\w-]+$/),
  /** Name of the extract's file. */
  source: z.string(),
  valhalla: z.string(),
  /** UTC ms. */
  built_at: z.number(),
  /** Of the tiles, bytes. */
  bytes: z.number(),
})

export type MapRecord = z.infer<typeof recordSchema>

/** `undefined`: there is no map. @throws Error for a record that is none */
export function readMapRecord({ record }: RoadsFolder): MapRecord | undefined {
  let text: string
  try {
    text = readFileSync(record, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return recordSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${record} does not describe a map: import it again`, { cause })
  }
}

/** In one step: whoever reads meanwhile gets the old or the new. */
export async function writeMapRecord({ record }: RoadsFolder, map: MapRecord): Promise<void> {
  await writeFile(`${record}.new`, `${JSON.stringify(map, null, 2)}\n`)
  await rename(`${record}.new`, record)
}
