// AsyncAPI 3: which topics there are, who sends on them, and what.
import { ID_PATTERN, MAX_ITEMS, MAX_PACKET_BYTES } from '../limits.ts'
import {
  alertEventTopic,
  configTopic,
  planEventTopic,
  runEventTopic,
  stateEventTopic,
  statusTopic,
  telemetryTopic,
  vehicleRunTopic,
} from '../topics.ts'
import { eventPayloads, schemas } from './json-schema.ts'

type Json = Readonly<Record<string, unknown>>

const ref = (path: string) => ({ $ref: `#/${path}` })

/** The document as plain JSON. */
export function asyncApi(): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Bakwacht on MQTT',
      version: '1.0.0',
      description: `What container sensors say and hear. QoS 1; at most ${MAX_ITEMS} readings and ${MAX_PACKET_BYTES} bytes a message; JSON, or the same map as CBOR.`,
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: {
      bakwacht: {
        host: 'localhost:1883',
        protocol: 'mqtt',
        description: 'The embedded broker. Sign in with the device id and its secret.',
        security: [ref('components/securitySchemes/deviceSecret')],
      },
    },
    channels: {
      telemetry: deviceChannel(telemetryTopic('{deviceId}'), 'Readings.', 'telemetry'),
      status: deviceChannel(statusTopic('{deviceId}'), 'What a device says of itself.', 'status'),
      config: deviceChannel(configTopic('{deviceId}'), 'What a device is told to do.', 'config'),
      ...eventChannels(),
    },
    operations: operations(),
    components: {
      messages: {
        telemetry: message('telemetry', 'One reading, or an array of them'),
        status: message('status', 'On or off, firmware, config in force'),
        config: message('config', 'Intervals, with a revision'),
        ...eventMessages(),
      },
      schemas: eventPayloads(),
      securitySchemes: {
        deviceSecret: {
          type: 'userPassword',
          description:
            'User name: the device id. Password: its secret. To read events: any user name, and a planner’s or viewer’s token as password.',
        },
      },
    },
  }
}

const deviceChannel = (address: string, description: string, messageName: string): Json => ({
  address,
  description,
  parameters: { deviceId: idParameter('The device') },
  messages: { [messageName]: ref(`components/messages/${messageName}`) },
})

/** By the names of their schemas; `vehicleRun` is no event but what stands now. */
const TOLD = {
  vehicleRun: [
    vehicleRunTopic('{id}'),
    'The vehicle',
    'A vehicle’s current approved run, retained; empty when done.',
  ],
  run: [runEventTopic('{id}'), 'The run', 'A run changed.'],
  alert: [alertEventTopic('{id}'), 'The container', 'A container’s alert was raised or cleared.'],
  state: [stateEventTopic('{id}'), 'The container', 'A container’s state changed.'],
  plan: [planEventTopic('{id}'), 'The plan', 'A plan changed; its runs are told one by one.'],
} as const
type Told = keyof typeof TOLD

const channelOf = (told: Told) => (told === 'vehicleRun' ? told : `${told}Events`)

const eventChannels = (): Json =>
  Object.fromEntries(
    (Object.keys(TOLD) as Told[]).map((told) => {
      const [address, about, description] = TOLD[told]
      const parameters = { id: idParameter(about) }
      const messages = { [told]: ref(`components/messages/${told}`) }
      return [channelOf(told), { address, description, parameters, messages }]
    }),
  )

const eventMessages = (): Json =>
  Object.fromEntries(
    (Object.keys(TOLD) as Told[]).map((told) => [
      told,
      {
        title: TOLD[told][2],
        contentType: 'application/json',
        payload: ref(`components/schemas/${told}`),
      },
    ]),
  )

/** Seen from a device or an application that connects: it sends telemetry and receives config. */
function operations(): Json {
  const operation = (action: 'send' | 'receive', channel: string, mqtt: Json) => ({
    action,
    channel: ref(`channels/${channel}`),
    bindings: { mqtt: { bindingVersion: '0.2.0', qos: 1, ...mqtt } },
  })
  return {
    sendTelemetry: operation('send', 'telemetry', { retain: false }),
    sendStatus: operation('send', 'status', { retain: true }),
    receiveConfig: operation('receive', 'config', { retain: true }),
    receiveVehicleRun: operation('receive', 'vehicleRun', { retain: true }),
    receiveRunEvents: operation('receive', 'runEvents', { retain: false }),
    receiveAlertEvents: operation('receive', 'alertEvents', { retain: false }),
    receiveStateEvents: operation('receive', 'stateEvents', { retain: false }),
    receivePlanEvents: operation('receive', 'planEvents', { retain: false }),
  }
}

const idParameter = (description: string) => ({
  description: `${description}: ${ID_PATTERN.source}`,
})

const message = (name: keyof ReturnType<typeof schemas>, title: string): Json => ({
  title,
  contentType: 'application/json',
  payload: {
    schemaFormat: 'application/schema+json;version=draft-2020-12',
    schema: schemas()[name],
  },
})
