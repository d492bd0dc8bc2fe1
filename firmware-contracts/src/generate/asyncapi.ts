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
import { schemas } from './json-schema.ts'

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
        event: {
          title: 'Something happened',
          contentType: 'application/json',
          payload: {
            type: 'object',
            required: ['event_id', 'at'],
            properties: {
              event_id: { type: 'integer', description: 'Grows; the same again is a repeat.' },
              at: { type: 'string', format: 'date-time' },
            },
          },
        },
      },
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

function eventChannels(): Json {
  const channel = (address: string, description: string) => ({
    address,
    description,
    parameters: { id: idParameter('What the event is about') },
    messages: { event: ref('components/messages/event') },
  })
  return {
    vehicleRun: channel(
      vehicleRunTopic('{id}'),
      'A vehicle’s current approved run, retained; empty when done.',
    ),
    runEvents: channel(runEventTopic('{id}'), 'A run changed.'),
    alertEvents: channel(alertEventTopic('{id}'), 'A container’s alert was raised or cleared.'),
    stateEvents: channel(stateEventTopic('{id}'), 'A container’s state changed.'),
    planEvents: channel(planEventTopic('{id}'), 'A plan changed.'),
  }
}

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
