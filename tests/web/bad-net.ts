// A net between phone and service that can be as bad as nets are: gone, silent, or swallowing answers.
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * `silent`: connections stand, nothing arrives. `deaf`: requests arrive and are done, no answer comes back,
 * and then the connection breaks.
 */
export type Weather = 'good' | 'cut' | 'silent' | 'deaf'

export interface BadNet extends AsyncDisposable {
  /** `http://127.0.0.1:…`: where the phone believes the service to be. */
  readonly http: string
  /** From now on; what is open breaks. */
  set(weather: Weather): void
  /** The service has come back elsewhere. @param http `http://127.0.0.1:…` */
  leadTo(http: string): void
}

/** How long an answer that never comes is waited for in the dark before the line breaks. */
const DEAF_MS = 150

export async function badNet(service: string): Promise<BadNet> {
  let weather: Weather = 'good'
  let port = portOf(service)
  const open = new Set<Socket>()
  const server = createServer((phone) => {
    follow(phone)
    if (weather === 'cut') return phone.destroy()
    if (weather === 'silent') return phone.resume()
    const backend = follow(connect(port, '127.0.0.1'))
    phone.pipe(backend)
    if (weather === 'good') return backend.pipe(phone)
    backend.resume()
    backend.once('data', () => setTimeout(() => phone.destroy(), DEAF_MS))
  })
  const follow = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    return socket
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    http: `http://127.0.0.1:${listeningPort(server)}`,
    set(next) {
      weather = next
      for (const socket of open) socket.destroy()
    },
    leadTo(http) {
      port = portOf(http)
      for (const socket of open) socket.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const portOf = (url: string) => Number(new URL(url).port)

function listeningPort(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
