import { type FaultKind, onReadings } from './fault.ts'

export const noClock: FaultKind = {
  help: 'no clock: readings have a seq but no ts, so the time of receipt counts (at high speed: now)',
  share: 0.25,
  begin: () => onReadings(({ ts: _, ...reading }) => reading),
}
