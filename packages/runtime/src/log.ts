import { type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines on standard output; `err` for errors, objects before constant messages. */
export const createLog = (level: string, service: string): Log =>
  pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime })

/** For tests and tools that have nobody to tell. */
export const silentLog: Log = pino({ level: 'silent' })
