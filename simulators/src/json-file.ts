import { readFileSync } from 'node:fs'

/**
 * @param wanted what the file should be, for whoever named another one
 * @throws Error with the file's name when there is none, or it is no JSON
 */
export function readJsonFile(file: string, wanted: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const missing = (cause as { code?: string }).code === 'ENOENT'
    const got = missing ? 'no such file' : (cause as Error).message
    throw new Error(`${file}: got ${got}, wanted ${wanted}`, { cause })
  }
}
