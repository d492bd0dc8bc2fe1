// A process's life: read the configuration, start, run until a signal, stop in time.
import { type Clock, createClock } from './clock.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { keepHeapsSmall } from './small-heaps.ts'

export interface Running {
  /** Ends it in order; safe to call twice. */
  stop(): Promise<void>
}

export interface Surroundings {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
}

const STOP_WITHIN_MS = 10_000

/**
 * Runs a service as this process's job. Exit codes: 0 stopped, 1 failed, 2 wrong configuration.
 * @param check throws ConfigError where this service cannot run on these settings
 */
export async function runService(
  name: string,
  start: (surroundings: Surroundings) => Promise<Running>,
  check: (config: Config) => void = () => {},
): Promise<void> {
  const config = configOrExit(check)
  const log = createLog(config.logLevel, name)
  keepHeapsSmall()
  process.on('uncaughtException', (err) => failWith(log, err))
  try {
    const running = await start({
      config,
      clock: createClock(config.rehearsed),
      log,
      metrics: createMetrics(),
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => stopAndExit(running, log, signal))
  } catch (err) {
    failWith(log, err)
  }
}

function configOrExit(check: (config: Config) => void): Config {
  try {
    const config = readConfig(process.env)
    check(config)
    return config
  } catch (err) {
    if (!(err instanceof ConfigError)) throw err
    console.error(err.message)
    process.exit(2)
  }
}

/** In the log for machines, and in one line for whoever sits before the screen. */
function failWith(log: Log, err: unknown): never {
  log.fatal({ err }, 'failed')
  console.error(`bakwacht: ${inWords(err)}`)
  process.exit(1)
}

function inWords(err: unknown): string {
  const { code, port, address, message } = err as NodeJS.ErrnoException & {
    readonly port?: number
    readonly address?: string
  }
  if (code === 'EADDRINUSE')
    return `port ${port} on ${address} is taken: stop what uses it, or set BAKWACHT_HTTP_PORT, BAKWACHT_MQTT_PORT or BAKWACHT_MQTT_WS_PORT (0 picks a free one)`
  return message ?? String(err)
}

function stopAndExit(running: Running, log: Log, signal: string): void {
  log.info({ signal }, 'stopping')
  setTimeout(() => failWith(log, new Error('did not stop in time')), STOP_WITHIN_MS).unref()
  running.stop().then(
    () => process.exit(0),
    (err) => failWith(log, err),
  )
}
