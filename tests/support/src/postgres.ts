// Debian's real PostgreSQL, a new cluster in a temporary folder on a free loopback port.
import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { programOf, whyMissing } from './real-server.ts'
import { startServer } from './server-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface PostgresServer {
  /** An empty database in it. */
  readonly url: string
  /**
   * One more database, for a test that wants its own.
   * @param like the URL of one that nobody is connected to: a copy of it; else an empty one
   */
  newDatabase(like?: string): Promise<string>
  stop(): Promise<void>
}

/** @throws Error where PostgreSQL is not installed (ask `available('postgres')` first) */
export async function startPostgres(): Promise<PostgresServer> {
  const program = programOf('postgres')
  if (program === undefined) throw new Error(whyMissing('postgres'))
  const folder = temporaryFolder('postgres')
  const data = join(folder.path, 'data')
  const user = unprivilegedUser()
  if (user) chownSync(folder.path, user.uid, user.gid)
  const initdb = join(dirname(program), 'initdb')
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'bakwacht', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { encoding: 'utf8', timeout: 60_000, ...user },
  )
  if (made.status !== 0) throw new Error(`${initdb} failed: ${made.stderr}`)
  const port = await freePort()
  const server = await startServer({
    program,
    args: ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder.path, '-c', 'fsync=on'],
    ready: () => answers(urlOf(port, 'postgres')),
    // At once: what a shutdown would still write to disk is removed with the folder.
    stopSignal: 'SIGQUIT',
    ...(user && { user }),
  })
  let count = 0
  const newDatabase = async (like?: string) => {
    const name = `test_${++count}`
    const template = like === undefined ? 'template1' : new URL(like).pathname.slice(1)
    const client = new pg.Client(urlOf(port, 'postgres'))
    await client.connect()
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    await client.end()
    return urlOf(port, name)
  }
  return {
    url: await newDatabase(),
    newDatabase,
    stop: async () => {
      await server.stop()
      folder.remove()
    },
  }
}

const urlOf = (port: number, database: string) =>
  `postgres://bakwacht@127.0.0.1:${port}/${database}`

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    return true
  } finally {
    await client.end().catch(() => {})
  }
}
