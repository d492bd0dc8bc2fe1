// The image's health check: is this container's backend alive?
import http from 'node:http'
import https from 'node:https'

const port = process.env.BAKWACHT_HTTP_PORT ?? '8080'
// A separate process without pages speaks http, whatever certificate there is for the pages.
const asks = [() => alive(http, 'http'), () => alive(https, 'https')]

function alive(client, scheme) {
  return new Promise((resolve) => {
    // The certificate names the outside, not this address.
    const options = { rejectUnauthorized: false, timeout: 4000 }
    client
      .get(`${scheme}://127.0.0.1:${port}/healthz`, options, ({ statusCode }) =>
        resolve(statusCode === 200),
      )
      .on('timeout', () => resolve(false))
      .on('error', () => resolve(false))
  })
}

for (const ask of asks) if (await ask()) process.exit(0)
process.exit(1)
