/**
 * What can be wrong with InfluxDB, by what to do about it:
 * `refused`: it will never take this (the data); `misconfigured`: a person must act;
 * `away`: try again.
 */
export class InfluxFault extends Error {
  readonly code = 'INFLUX_FAULT'
  readonly kind: 'refused' | 'misconfigured' | 'away'
  readonly status: number | undefined

  constructor(
    kind: InfluxFault['kind'],
    message: string,
    options: { readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.kind = kind
    this.status = options.status
  }
}

/** By the client's error: an HttpError has a status, a network error has none. */
export function influxFault(cause: unknown): InfluxFault {
  if (cause instanceof InfluxFault) return cause
  const { statusCode, body, message } = (cause ?? {}) as {
    readonly statusCode?: number
    readonly body?: string
    readonly message?: string
  }
  const text = [statusCode, message, body].filter(Boolean).join(' ').slice(0, 500)
  const kind = statusCode === undefined ? 'away' : kindOf(statusCode)
  return new InfluxFault(kind, text, { ...(statusCode && { status: statusCode }), cause })
}

function kindOf(status: number): InfluxFault['kind'] {
  if (status === 400 || status === 413 || status === 422) return 'refused'
  if (status === 401 || status === 403 || status === 404) return 'misconfigured'
  return 'away'
}
