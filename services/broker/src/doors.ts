// Where clients come in: MQTT over TCP and over WebSocket, both with TLS if there is a certificate.
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { isLoopback } from '@bakwacht/runtime'
import { createWebSocketStream, WebSocketServer } from 'ws'

export interface DoorOptions {
  readonly host: string
  readonly mqttPort: number
  readonly wsPort: number
  readonly tls: { readonly cert: string | Buffer; readonly key: string | Buffer } | undefined
  /** Clients need no credentials: then web pages of others must be kept out. */
  readonly open: boolean
  readonly maxConnections: number
  /** Bytes of one WebSocket frame. */
  readonly maxFrameBytes: number
  readonly onConnection: (connection: Duplex) => void
  readonly onTooMany: () => void
}

export interface Doors {
  /** @returns the ports that were taken; 0 picks a free one */
  open(): Promise<{ readonly mqttPort: number; readonly wsPort: number }>
  close(): Promise<void>
}

export function createDoors(options: DoorOptions): Doors {
  const { host, tls, onConnection, onTooMany } = options
  const connections = new Set<Duplex>()

  function enter(connection: Duplex): void {
    if (connections.size >= options.maxConnections) {
      onTooMany()
      connection.on('error', () => {}).destroy()
      return
    }
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
    onConnection(connection)
  }

  const tcp = tls === undefined ? createTcpServer(noDelay, enter) : createTlsServer(tls, enter)
  const http = tls === undefined ? createHttpServer() : createHttpsServer(tls)
  http.on('request', (_, response) => response.writeHead(426, { upgrade: 'websocket' }).end())
  const webSockets = new WebSocketServer({
    server: http,
    maxPayload: options.maxFrameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) =>
      ['mqtt', 'mqttv3.1'].find((protocol) => offered.has(protocol)) ?? false,
    verifyClient: ({ origin, req }: { origin?: string; req: IncomingMessage }) =>
      !options.open || (isOwnPage(origin, req.headers.host) && !isForwarded(req)),
  })
  // It repeats the HTTP server's errors, which `listen` hears already.
  webSockets.on('error', () => {})
  webSockets.on('connection', (socket) => enter(createWebSocketStream(socket)))

  return {
    async open() {
      const mqttPort = await listen(tcp, options.mqttPort, host)
      return { mqttPort, wsPort: await listen(http, options.wsPort, host) }
    },
    async close() {
      const closed = Promise.all([tcp, http].map(closeServer))
      for (const connection of connections) connection.destroy()
      for (const socket of webSockets.clients) socket.terminate()
      await closed
    },
  }
}

const noDelay = { noDelay: true }

/** A page of another site, or one that has pointed its own name at this machine, stays outside. */
function isOwnPage(origin: string | undefined, hostHeader: string | undefined): boolean {
  const own = (url: string) => URL.canParse(url) && isLoopback(hostnameOf(url))
  return own(`http://${hostHeader}`) && (origin === undefined || origin === '' || own(origin))
}

const isForwarded = ({ headers }: IncomingMessage) =>
  headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined

const hostnameOf = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$/, '$1')

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
