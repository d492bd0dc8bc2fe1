// Mosquitto's password file and access list, as text.
import type { BrokerAccount } from '@bakwacht/registry'

export interface AccountFiles {
  readonly passwords: string
  readonly acl: string
  /** Users that Mosquitto can have no account for. */
  readonly leftOut: readonly string[]
}

/** @param backend the account that Bakwacht itself signs in with */
export function accountFiles(
  backend: Omit<BrokerAccount, 'kind'>,
  accounts: readonly BrokerAccount[],
): AccountFiles {
  // A colon ends the user's name in the file; and nobody may take the backend's account over.
  const fits = ({ user }: BrokerAccount) => !user.includes(':') && user !== backend.user
  const kept = accounts.filter(fits)
  const readers = kept.filter(({ kind }) => kind === 'reader')
  return {
    passwords: lines([backend, ...kept].map(({ user, passwordHash }) => `${user}:${passwordHash}`)),
    acl: lines([...commonRights(backend.user), ...readers.flatMap(readerRights)]),
    leftOut: accounts.filter((account) => !fits(account)).map(({ user }) => user),
  }
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('')

const commonRights = (backend: string) => [
  '# The backend reads what devices say and says what the contract lets it say.',
  `user ${backend}`,
  'topic read bakwacht/v1/devices/+/telemetry',
  'topic read bakwacht/v1/devices/+/status',
  'topic write bakwacht/v1/devices/+/config',
  'topic write bakwacht/v1/events/#',
  'topic read $SYS/#',
  '',
  '# A device (user name = device id): its own telemetry and status, its own config; nothing else.',
  'pattern write bakwacht/v1/devices/%u/telemetry',
  'pattern write bakwacht/v1/devices/%u/status',
  'pattern read bakwacht/v1/devices/%u/config',
]

const readerRights = ({ user }: BrokerAccount) => [
  '',
  `user ${user}`,
  'topic read bakwacht/v1/events/#',
]
