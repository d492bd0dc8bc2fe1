// Which device's readings are a container's: those of its assignments, each for its time.
import type { Registry } from '@bakwacht/registry'
import type { ReadingRange } from '@bakwacht/telemetry'

export async function rangesOf(
  registry: Pick<Registry, 'devices'>,
  containerId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly ReadingRange[]> {
  const assignments = await registry.devices.assignments({ containerId, from, to })
  return assignments.map((assignment) => ({
    deviceId: assignment.deviceId,
    from: Math.max(from, assignment.from),
    to: Math.min(to, assignment.to ?? to),
  }))
}
