// Keeps Mosquitto's accounts those of the registry: secrets issued, renewed and revoked over HTTP.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BrokerAccount,
  isMosquittoPasswordOf,
  mosquittoPassword,
  type Registry,
} from '@bakwacht/registry'
import type { Log } from '@bakwacht/runtime'
import { accountFiles } from './account-files.ts'

interface AccountKeeping {
  readonly folder: string
  /** The broker's, with the user and password of the backend's own account. */
  readonly url: string
  /** The administrator's, who reads events with it. */
  readonly adminToken?: string | undefined
  readonly registry: Pick<Registry, 'brokerAccounts'>
  readonly clock: () => number
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  readonly everyMs?: number
}

const EVERY_MS = 5000
/** No token has such an id. */
const ADMIN = 'token@admin'

export interface MosquittoAccounts {
  /**
   * Says that Mosquitto may let devices in. What it takes while nobody subscribes it acknowledges and
   * throws away, and after its own restart nobody does until a member of the shared subscription is back;
   * what it cannot pass on at once, because we are still catching up, is lost if it is killed again.
   */
  letDevicesIn(): void
  stop(): Promise<void>
}

/**
 * Writes `passwords` and `acl` into the folder now, and again whenever they differ from the registry.
 * Mosquitto has to be told to read them (SIGHUP): infra/compose/mosquitto/start.sh does so.
 */
export async function keepMosquittoAccounts(keeping: AccountKeeping): Promise<MosquittoAccounts> {
  const { folder, url, adminToken, registry, clock, log, everyMs = EVERY_MS } = keeping
  const backend = await accountOf(folder, userOf(url))
  const admin = adminToken === undefined ? [] : [await adminAccount(folder, adminToken)]
  let warnedOf = ''

  async function update(): Promise<void> {
    const files = accountFiles(backend, [...(await registry.brokerAccounts(clock())), ...admin])
    // Rights first: who can sign in has them.
    const changed = [
      await replace(join(folder, 'acl'), files.acl),
      await replace(join(folder, 'passwords'), files.passwords),
    ]
    if (changed.includes(true)) log.info({ folder }, 'Mosquitto’s accounts written')
    const leftOut = files.leftOut.join(' ')
    if (leftOut !== warnedOf && leftOut !== '')
      log.warn({ devices: files.leftOut }, 'Mosquitto can have no account with such a name')
    warnedOf = leftOut
  }

  await mkdir(folder, { recursive: true })
  await update()
  let updating = Promise.resolve()
  const timer = setInterval(() => {
    updating = updating
      .then(update)
      .catch((err) => log.error({ err, folder }, 'Mosquitto’s accounts could not be written'))
  }, everyMs)
  return {
    letDevicesIn() {
      updating = updating
        .then(() =>
          writeFile(join(folder, 'let-devices-in'), `${new Date(clock()).toISOString()}\n`),
        )
        .catch((err) => log.error({ err, folder }, 'Mosquitto cannot be told to let devices in'))
    },
    async stop() {
      clearInterval(timer)
      await updating
    },
  }
}

function userOf(url: string) {
  const { username, password } = new URL(url)
  return { user: decodeURIComponent(username), secret: decodeURIComponent(password) }
}

const adminAccount = async (folder: string, secret: string): Promise<BrokerAccount> => ({
  kind: 'reader',
  ...(await accountOf(folder, { user: ADMIN, secret })),
})

/** The password that stands there stays if it is right: a new salt would look like a change. */
async function accountOf(folder: string, { user, secret }: { user: string; secret: string }) {
  const known = await textOf(join(folder, 'passwords'))
  const line = known.split('\n').find((text) => text.startsWith(`${user}:`)) ?? ''
  const before = line.slice(user.length + 1)
  const stays = await isMosquittoPasswordOf(before, secret)
  return { user, passwordHash: stays ? before : await mosquittoPassword(secret) }
}

/** Whole or not at all. @returns whether it had to */
async function replace(file: string, text: string): Promise<boolean> {
  if ((await textOf(file)) === text) return false
  const next = `${file}.${process.pid}`
  await writeFile(next, text, { mode: 0o600 })
  await rename(next, file)
  return true
}

const textOf = (file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
