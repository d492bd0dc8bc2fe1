// Where the files of one test run share the demo that they all begin with.
import { temporaryFolder } from '@bakwacht/test-support'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    demoFolder: string
  }
}

/** Called by vitest, once before all tests; the demo itself is made when the first test wants it. */
export default function provideDemoFolder({ provide }: TestProject) {
  const folder = temporaryFolder('demo-world')
  provide('demoFolder', folder.path)
  return () => folder.remove()
}
