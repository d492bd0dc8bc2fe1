import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '@bakwacht/domain'
import type { StateChange } from '@bakwacht/registry'
import type { PlannerDependencies } from '../planner-dependencies.ts'

/** What readings are judged by. All else is looked at when a day is planned. */
function judgingOf({ fillHysteresisPct, fleetFillPctPerDay, damp, fire, health }: Settings) {
  const { watchLossPerDay: _, lossPerDay: __, spoilsBeside: ___, ...dampRules } = damp
  return { fillHysteresisPct, fleetFillPctPerDay, dampRules, fire, health }
}

/** What these settings say of the containers other than those that stand; judged only if they could. */
export async function judgedOtherwise(
  settings: Settings,
  { registry, judgeOtherwise }: Pick<PlannerDependencies, 'registry' | 'judgeOtherwise'>,
  signal: AbortSignal,
): Promise<readonly StateChange[]> {
  const standing = await registry.settings.current()
  const isSame = isDeepStrictEqual(judgingOf(settings), judgingOf(standing))
  return isSame ? [] : judgeOtherwise(settings, signal)
}
