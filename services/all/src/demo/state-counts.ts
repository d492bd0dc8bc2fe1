import type { Registry } from '@bakwacht/registry'

/** The fleet in one sentence: how many are full, damp, without trustworthy data. */
export async function countStates(registry: Registry): Promise<string> {
  const states = await registry.states.all()
  const count = (holds: (state: (typeof states)[number]) => boolean) => states.filter(holds).length
  const wet = count(({ damp }) => damp.level === 'damp' || damp.level === 'water_ingress')
  const unknown = count(({ health }) => !health.trustworthy)
  return [
    `${count(({ fill }) => fill.full)} full`,
    `${wet} damp or wet inside`,
    `${count(({ damp }) => damp.level === 'watch')} to be watched for damp`,
    `${unknown} without a sensor to trust`,
  ].join(', ')
}
