export {
  type Acceptance,
  type AcceptanceCounters,
  type Accepted,
  createAcceptance,
  type IncomingMessage,
  type ItemOutcome,
  type RefusedMessage,
} from './acceptance.ts'
export { type Decoded, type DecodedReading, decode as decodeOnly } from './decode.ts'
export { type DecodedStatus, decodeStatus } from './decode-status.ts'
export { StatusWriter } from './status-writer.ts'
