import type { Running } from './run-service.ts'

/**
 * One after the other, in this order. One that fails keeps none of the others from being stopped.
 * @throws what the first threw; AggregateError with all of it when several failed
 */
export async function stopAll(parts: readonly (Running | undefined)[]): Promise<void> {
  const faults: unknown[] = []
  for (const part of parts) await part?.stop().catch((fault: unknown) => faults.push(fault))
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} parts did not stop`)
  for (const fault of faults) throw fault
}
