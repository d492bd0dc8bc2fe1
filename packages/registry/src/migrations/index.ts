// Migrations as code, in the order of their names. A released one never changes; add the next.
import type { Migration } from 'kysely/migration'
import { makeFirstTables } from './0001-first-tables.ts'
import { addBrokerPasswords } from './0002-broker-accounts.ts'
import { partTouchedClaims } from './0003-touched-claims.ts'
import { addLearnt } from './0004-learnt.ts'
import { addResultLoads } from './0005-results-loads.ts'
import { addEarlierPlans } from './0006-earlier-plans.ts'
import { addRetiredPlaces } from './0007-retired-places.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: makeFirstTables },
  '0002-broker-accounts': { up: addBrokerPasswords },
  '0003-touched-claims': { up: partTouchedClaims },
  '0004-learnt': { up: addLearnt },
  '0005-results-loads': { up: addResultLoads },
  '0006-earlier-plans': { up: addEarlierPlans },
  '0007-retired-places': { up: addRetiredPlaces },
}
