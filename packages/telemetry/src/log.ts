/** What this package needs of a logger; pino's fits. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** UTC ms now. */
export type Clock = () => number
