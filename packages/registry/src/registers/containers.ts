import { type Container, LATE_AFTER_MS } from '@bakwacht/domain'
import type { StoreDependencies } from '../database/stores.ts'
import type { Register } from '../registry.ts'
import { createRegister } from './register.ts'

/**
 * The register of containers. A changed calibration, threshold or capacity gives the readings another
 * meaning: the container is touched from the oldest time on that a reading can still have an effect from.
 */
export const createContainers = (dependencies: StoreDependencies): Register<Container> =>
  createRegister<Container>(dependencies, 'containers', (tx, before, after) => {
    if (MEANING.some((field) => before[field] !== after[field]))
      tx.touch(after.id, dependencies.clock() - LATE_AFTER_MS)
  })

const MEANING = [
  'emptyDistanceMm',
  'fullDistanceMm',
  'fillThresholdPct',
  'capacityL',
] as const satisfies readonly (keyof Container)[]
