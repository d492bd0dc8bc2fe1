import type { StoreDependencies } from './database/stores.ts'
import type { BrokerAccount, BrokerAccounts, Role } from './registry.ts'

const READERS: Role[] = ['planner', 'viewer', 'admin']

export function createBrokerAccounts({ db }: Pick<StoreDependencies, 'db'>): BrokerAccounts {
  return async (now) => {
    const devices = await db
      .selectFrom('devices')
      .select(['id', 'mosquitto_password as password'])
      .where('active', '=', 1)
      .where('mosquitto_password', 'is not', null)
      .orderBy('id')
      .execute()
    const tokens = await db
      .selectFrom('tokens')
      .select(['id', 'mosquitto_password as password'])
      .where('role', 'in', READERS)
      .where('mosquitto_password', 'is not', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .orderBy('id')
      .execute()
    return [
      ...devices.map(({ id, password }) => account('device', id, password)),
      ...tokens.map(({ id, password }) => account('reader', `token@${id}`, password)),
    ]
  }
}

const account = (
  kind: BrokerAccount['kind'],
  user: string,
  password: string | null,
): BrokerAccount => ({ kind, user, passwordHash: password ?? '' })
