// The whole backend as its users run it: a child process on free ports and a temporary data folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endsWithUs } from '@bakwacht/test-support'

export const root = join(import.meta.dirname, '../..')

export interface Backend {
  /** `http://127.0.0.1:…` */
  readonly http: string
  readonly mqttPort: number
  readonly mqttUrl: string
  readonly wsPort: number
  readonly dataDir: string
  readonly pid: number
  /** Log lines so far that are warnings or worse. */
  readonly warnings: readonly string[]
  /** As a power cut would. The data stay. */
  kill(): Promise<void>
  /** In order; @returns the exit code. The data stay. */
  stop(): Promise<number | null>
  removeData(): void
}

export interface BackendOptions {
  /** One service alone, beside others on the same broker and database; absent: everything. */
  readonly service?: 'ingest' | 'thresholds' | 'planner' | 'api'
  readonly env?: Readonly<Record<string, string>>
  /** An existing data folder; absent: a new one. */
  readonly dataDir?: string
  /** Wraps the command, e.g. `['strace', '-f', …]`. */
  readonly wrap?: readonly string[]
}

/** However busy the machine. */
const LISTENS_WITHIN_MS = 60_000
const WARN = 40

/** @throws Error with the log when it does not listen in time */
export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'bakwacht-backend-'))
  const main = [
    '--max-semi-space-size=8',
    'services/all/src/main.ts',
    ...(options.service ? [options.service] : []),
  ]
  const command = [...(options.wrap ?? []), process.execPath, ...main]
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      MALLOC_ARENA_MAX: '2',
      ...withoutSettings(process.env),
      BAKWACHT_DATA_DIR: dataDir,
      BAKWACHT_HTTP_PORT: '0',
      BAKWACHT_MQTT_PORT: '0',
      BAKWACHT_MQTT_WS_PORT: '0',
      ...options.env,
    },
  })
  endsWithUs(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const warnings: string[] = []
  const { http, mqtt, mqttWs } = await listening(child, warnings).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  return {
    http,
    mqttPort: portOf(mqtt),
    mqttUrl: mqtt ?? '',
    wsPort: portOf(mqttWs),
    dataDir,
    pid: child.pid ?? 0,
    warnings,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      return await ended
    },
    removeData: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** What is set for this process is none of a child's settings. */
export const withoutSettings = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('BAKWACHT_')))

const portOf = (url: string | undefined) => (url === undefined ? 0 : Number(new URL(url).port))

interface Listening {
  readonly http: string
  readonly mqtt?: string
  readonly mqttWs?: string
}

function listening(child: ChildProcess, warnings: string[]): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const fail = (why: string) =>
      reject(new Error(`${why}; it said:\n${said.slice(-30).join('\n')}`))
    const timer = setTimeout(() => fail('the backend does not listen'), LISTENS_WITHIN_MS)
    child.once('exit', (code) => fail(`the backend ended with ${code}`))
    child.stderr?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString())
      warnings.push(chunk.toString())
    })
    if (child.stdout === null) return fail('no output')
    createInterface(child.stdout).on('line', (line) => {
      const entry = parsed(line)
      if (said.length < 1000) said.push(line)
      if (Number(entry.level) >= WARN) warnings.push(line)
      if (entry.msg !== 'listening') return
      clearTimeout(timer)
      resolve(entry as unknown as Listening)
    })
  })
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return {}
  }
}
