// The one suite of the port; registry.test.ts runs it on each database.
import { accessCase } from './access.case.ts'
import { brokerAccountsCase } from './broker-accounts.case.ts'
import { devicesCase } from './devices/devices.case.ts'
import { eventsCase } from './events.case.ts'
import { foldsCase } from './folds.case.ts'
import { handedOnCase } from './handed-on.case.ts'
import { learntCase } from './learnt.case.ts'
import type { Open } from './opened.fixture.ts'
import { plansCase } from './plans/plans.case.ts'
import { resultsCase } from './plans/results.case.ts'
import { registersCase } from './registers/registers.case.ts'
import { alertsCase } from './states/alerts.case.ts'
import { statesCase } from './states/states.case.ts'

export function registryCase(open: Open): void {
  registersCase(open)
  devicesCase(open)
  statesCase(open)
  alertsCase(open)
  foldsCase(open)
  learntCase(open)
  plansCase(open)
  resultsCase(open)
  accessCase(open)
  brokerAccountsCase(open)
  eventsCase(open)
  handedOnCase(open)
}
