// Densities among what is learnt: who learns them and who plans with them are different processes.
import { type Densities, type Density, densitiesBeforeAny, type Settings } from '@bakwacht/domain'
import { FLEET_SCOPE, type Learnt } from './registry.ts'

const KIND = 'density'

/** As they were learnt last; before that, what the settings say. */
export async function readDensities(
  learnt: Learnt,
  settings: Pick<Settings, 'densityKgPerL'>,
): Promise<Densities> {
  const stored = await learnt.all(KIND)
  const fleet = stored.get(FLEET_SCOPE) as Densities['fleet'] | undefined
  if (fleet === undefined) return densitiesBeforeAny(settings)
  const containers = [...stored].filter(([scope, value]) => scope !== FLEET_SCOPE && value !== null)
  return { fleet, containers: new Map(containers as [string, Density][]) }
}

/** Those of containers of which nothing is known any more are forgotten. */
export async function putDensities(
  learnt: Learnt,
  { fleet, containers }: Densities,
  now: number,
): Promise<void> {
  const forgotten = [...(await learnt.all(KIND)).keys()].map((scope) => [scope, null] as const)
  await learnt.put(KIND, new Map([...forgotten, ...containers, [FLEET_SCOPE, fleet]]), now)
}
