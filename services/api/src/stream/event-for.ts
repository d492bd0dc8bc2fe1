// An event of the log as one client may see it: by its role, on the wire's names, in its language.
import type { Alert, ContainerState, DeviceConfig, Plan, Run } from '@bakwacht/domain'
import type { LoggedEvent } from '@bakwacht/registry'
import { eventToWire, planHeadToWire, stateToWire } from '@bakwacht/wire'
import type { Principal } from '../auth/principal.ts'
import { mayAct } from '../auth/roles.ts'
import { alertToWire } from '../schemas/alert.ts'
import { deviceConfigToWire } from '../schemas/device.ts'
import { runToWire } from '../schemas/run.ts'
import type { Reader } from '../server/language.ts'

/** @returns nothing if it is not for this client */
export function eventFor(
  event: LoggedEvent,
  principal: Principal,
  reader: Reader,
): Readonly<Record<string, unknown>> | undefined {
  if (!maySee(event, principal)) return undefined
  return eventToWire(event, payloadOf(event, reader))
}

function maySee({ kind, subject }: LoggedEvent, { role, runId }: Principal): boolean {
  if (runId !== null) return kind === 'run' && subject === runId
  if (kind === 'device_config') return mayAct(role, ['device-manager'])
  if (kind === 'run' || kind === 'vehicle_run') return mayAct(role, ['viewer', 'driver'])
  return mayAct(role, ['viewer'])
}

/** The registry says which domain object each kind carries. */
function payloadOf({ kind, subject, payload }: LoggedEvent, reader: Reader) {
  const carried: unknown = payload
  switch (kind) {
    case 'state':
      return stateToWire(carried as ContainerState)
    case 'alert':
      return alertToWire(carried as Alert, reader)
    case 'run':
      return runToWire(carried as Run, reader)
    case 'plan':
      return planHeadToWire(carried as Plan)
    case 'vehicle_run': {
      const { run } = carried as { readonly run: Run | null }
      return { vehicle_id: subject, run: run && runToWire(run, reader) }
    }
    case 'device_config':
      return { device_id: subject, ...deviceConfigToWire(carried as DeviceConfig) }
  }
}
