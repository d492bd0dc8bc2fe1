// Which real servers and tools this machine has. One that BAKWACHT_REQUIRE names must be there.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { dockerAnswers } from './docker.ts'
import { recordUse } from './usage-log.ts'

export const REAL_SERVERS = [
  'influxdb',
  'mosquitto',
  'postgres',
  'chromium',
  'cc',
  'strace',
  'docker',
  'valhalla',
] as const
export type RealServer = (typeof REAL_SERVERS)[number]

/** The program of each, found on PATH or where Debian puts it; `undefined`: not here. */
export function programOf(server: RealServer): string | undefined {
  switch (server) {
    case 'influxdb':
      return onPath('influxd')
    case 'mosquitto':
      return onPath('mosquitto') ?? existing('/usr/sbin/mosquitto')
    case 'postgres':
      return onPath('postgres') ?? globSync('/usr/lib/postgresql/*/bin/postgres').sort().at(-1)
    case 'chromium':
      return onPath('chromium')
    case 'cc':
      return onPath('cc')
    case 'strace':
      return onPath('strace')
    case 'docker':
      return dockerAnswers() ? onPath('docker') : undefined
    case 'valhalla':
      return globSync(`${ROADS_FOR_TESTS}/roads/valhalla-*`).sort().at(-1)
  }
}

/** A data folder with Valhalla and a map, for tests alone; `.ci/run` imports it. */
export const ROADS_FOR_TESTS = join(import.meta.dirname, '../../../node_modules/.cache/valhalla')

export function whyMissing(server: RealServer): string {
  switch (server) {
    case 'docker':
      return 'no Docker engine answers'
    case 'valhalla':
      return `npm run roads -- import ../shared/data/roads/leuven-mechelen-lier.osm.pbf --data-dir node_modules/.cache/valhalla was not run`
    default:
      return `${server} is not installed`
  }
}

/**
 * True if tests can use it. Notes the answer for the end of the run.
 * @throws Error when it is missing though BAKWACHT_REQUIRE names it
 */
export function available(server: RealServer): boolean {
  const program = programOf(server)
  if (program === undefined && required().includes(server))
    throw new Error(`BAKWACHT_REQUIRE names ${server}, but ${whyMissing(server)}`)
  recordUse({
    what: server,
    used: program !== undefined,
    detail: program === undefined ? whyMissing(server) : versionOf(server, program),
  })
  return program !== undefined
}

/** @throws Error naming what is not a server's name */
export function required(): RealServer[] {
  const names = (process.env.BAKWACHT_REQUIRE ?? '').split(',').filter((name) => name !== '')
  const unknown = names.filter((name) => !REAL_SERVERS.some((known) => known === name))
  if (unknown.length > 0)
    throw new Error(`BAKWACHT_REQUIRE: got ${unknown.join(', ')}, wanted some of ${REAL_SERVERS}`)
  return names as RealServer[]
}

function versionOf(server: RealServer, program: string): string {
  if (server === 'valhalla') return program.split('valhalla-').at(-1) ?? 'unknown version'
  const flag = server === 'mosquitto' ? '-h' : server === 'influxdb' ? 'version' : '--version'
  const { stdout, stderr } = spawnSync(program, [flag], { encoding: 'utf8', timeout: 5000 })
  return /\d+(\.\d+)+/.exec(`${stdout}${stderr}`)?.[0] ?? 'unknown version'
}

const existing = (path: string) => (existsSync(path) ? path : undefined)

const onPath = (name: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
