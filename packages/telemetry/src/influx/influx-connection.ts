// The three requests that InfluxDB 1.x, 2.x and 3 share, over the official client's transport.
import { InfluxDB } from '@influxdata/influxdb-client'
import { InfluxFault, influxFault } from './influx-fault.ts'

export interface InfluxAddress {
  readonly url: string
  /** A token, or `user:password` for InfluxDB 1.x. */
  readonly token?: string
  /** The database; on 2.x the bucket of that name. */
  readonly database: string
}

export interface InfluxSeries {
  readonly tags?: Readonly<Record<string, string>>
  readonly columns: readonly string[]
  readonly values: readonly (readonly (number | string | null)[])[]
}

interface QueryAnswer {
  readonly error?: string
  readonly results?: readonly {
    readonly error?: string
    readonly series?: readonly InfluxSeries[]
  }[]
}

const TIMEOUT_MS = 30_000
const GZIP_FROM_BYTES = 1_000_000_000

export class InfluxConnection {
  readonly #transport: InfluxDB['transport']
  readonly #database: string

  constructor({ url, token, database }: InfluxAddress) {
    this.#database = database
    this.#transport = new InfluxDB({ url, timeout: TIMEOUT_MS, ...credentials(token) }).transport
  }

  /**
   * Writes lines with times in ms.
   * @throws InfluxFault `refused` when some line was bad; the good ones may be stored then
   */
  write(lines: readonly string[], signal?: AbortSignal): Promise<void> {
    const path = `/write?db=${encodeURIComponent(this.#database)}&precision=ms`
    return new Promise((resolve, reject) => {
      this.#transport.send(
        path,
        lines.join('\n'),
        { method: 'POST', gzipThreshold: GZIP_FROM_BYTES, ...(signal && { signal }) },
        {
          error: (cause) => reject(influxFault(cause)),
          complete: () => resolve(),
        },
      )
    })
  }

  /** One InfluxQL statement. @throws InfluxFault also for errors that an HTTP 200 carries */
  async query(influxQl: string, signal?: AbortSignal): Promise<readonly InfluxSeries[]> {
    const path = `/query?db=${encodeURIComponent(this.#database)}&epoch=ms`
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    }
    let answer: QueryAnswer
    try {
      answer = await this.#transport.request(path, `q=${encodeURIComponent(influxQl)}`, {
        method: 'POST',
        headers,
        ...(signal && { signal }),
      })
    } catch (cause) {
      throw influxFault(cause)
    }
    const error = answer.error ?? answer.results?.find((result) => result.error)?.error
    if (error !== undefined) throw new InfluxFault('refused', error)
    return answer.results?.flatMap((result) => result.series ?? []) ?? []
  }

  /** On 1.x; the others refuse or need none. */
  async createDatabase(signal?: AbortSignal): Promise<void> {
    await this.query(`CREATE DATABASE "${this.#database.replaceAll('"', '\\"')}"`, signal)
  }
}

/** InfluxDB 1.x signs users in with Basic alone, and the others take it for a password too. */
function credentials(token: string | undefined) {
  if (token === undefined) return {}
  if (!token.includes(':')) return { token }
  return { headers: { Authorization: `Basic ${Buffer.from(token).toString('base64')}` } }
}
