import { createServer } from 'node:net'

/** The wanted port if it is free on loopback, else 0: any free one. */
export const portOrFree = (wanted: number): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)))
  })
