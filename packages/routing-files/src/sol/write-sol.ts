// CVRPLIB's .sol: `Route #1: 3 7`, one line each, and `Cost 123`; trips of one vehicle parted by ` | `.
import type { Solution } from '@bakwacht/routing'

/**
 * @param named whether `Route #k` is to mean the vehicle of that id; then vehicles that stay home have
 * an empty route, so that readers who count lines agree. Otherwise routes are numbered as they come.
 */
export function writeSol({ routes, cost }: Solution, named = false): string {
  const lines = routes.map(({ vehicleId, steps }, i) => {
    const text = steps
      .flatMap((step) => (step.kind === 'job' ? [step.jobId] : step.kind === 'unload' ? ['|'] : []))
      .join(' ')
      // A visit to unload at the very end or beginning parts nothing.
      .replace(/^(\| ?)+|( ?\|)+$/g, '')
    return { number: named ? Number(vehicleId) : i + 1, text }
  })
  return [...withEmpty(lines), `Cost ${Number(cost.toFixed(6))}`, ''].join('\n')
}

function withEmpty(lines: readonly { number: number; text: string }[]): string[] {
  const textOf = new Map(lines.map(({ number, text }) => [number, text]))
  const last = Math.max(0, ...textOf.keys())
  return Array.from({ length: last }, (_, i) => `Route #${i + 1}: ${textOf.get(i + 1) ?? ''}`)
}
