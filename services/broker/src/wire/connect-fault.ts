// What aedes lets pass in a CONNECT although MQTT 3.1.1 says that the connection must end.
import type { ConnectPacket } from 'aedes'
import { isWellFormed } from './well-formed.ts'

const LONGEST_ID = 256

/** @returns what is wrong with it, or undefined */
export function connectFault(packet: ConnectPacket): string | undefined {
  const { clientId, username, password, will } = packet
  if (!isWellFormed(clientId)) return 'client id is ill-formed'
  if (clientId.length > LONGEST_ID) return `client id is longer than ${LONGEST_ID}`
  if (username !== undefined && !isWellFormed(username)) return 'user name is ill-formed'
  if (username !== undefined && username.length > LONGEST_ID)
    return `user name is longer than ${LONGEST_ID}`
  if (username === undefined && password !== undefined) return 'password without a user name'
  return will === undefined ? undefined : willFault(will)
}

function willFault({ topic, qos }: NonNullable<ConnectPacket['will']>): string | undefined {
  // MQTT-3.1.2-14. The types say 0 to 2, the wire has two bits.
  if ((qos as number) > 2) return 'will QoS is 3'
  if (topic === '' || !isWellFormed(topic) || /[#+]/.test(topic)) return 'will topic is malformed'
  return undefined
}
