import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder that the caller removes when done (`using` removes it by itself). */
export function temporaryFolder(name = 'test'): { path: string; remove(): void } & Disposable {
  const path = mkdtempSync(join(tmpdir(), `bakwacht-${name}-`))
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  return { path, remove, [Symbol.dispose]: remove }
}
