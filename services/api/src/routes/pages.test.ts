import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { temporaryFolder } from '@bakwacht/test-support'
import fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pageRoutes } from './pages.ts'

const FILES = {
  'index.html': 'the desk',
  'driver.html': 'the driver’s page',
  'assets/desk-1a2b.js': 'draw()',
}

/** The built pages of a test, with something beside them that is nobody's. */
function servePages(): FastifyInstance {
  const folder = temporaryFolder('pages')
  const built = join(folder.path, 'dist')
  mkdirSync(join(built, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(join(built, name), text)
    writeFileSync(join(built, `${name}.gz`), gzipSync(text))
  }
  writeFileSync(join(folder.path, 'secret.txt'), 'secret')
  const app = fastify()
  app.register(async (root) => pageRoutes(root, built))
  onTestFinished(async () => {
    await app.close()
    folder.remove()
  })
  return app
}

describe('the pages as they were built', () => {
  test.each([
    ['/', 'the desk'],
    ['/?welcome', 'the desk'],
    ['/containers/bin-1', 'the desk'],
    ['/register/containers', 'the desk'],
    ['/register/containers/import', 'the desk'],
    ['/settings', 'the desk'],
    ['/driver', 'the driver’s page'],
  ])('%s is %s, asked for anew at every visit', async (url, text) => {
    const { statusCode, headers, body } = await servePages().inject(url)
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: text })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
  })

  test('a browser that has a page is told that it is still the newest', async () => {
    const app = servePages()
    const { headers } = await app.inject('/')
    const again = await app.inject({
      url: '/',
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })

  test('what the pages load may be kept for good: its name changes with what is in it', async () => {
    const { headers, body } = await servePages().inject('/assets/desk-1a2b.js')
    expect(body).toBe('draw()')
    expect(headers).toMatchObject({
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  test.each(['/', '/assets/desk-1a2b.js'])('%s goes packed to who can unpack it', async (url) => {
    const app = servePages()
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    const plain = await app.inject(url)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect(packed.headers['content-type']).toBe(plain.headers['content-type'])
  })

  test.each([
    ['/assets/gone-1a2b.js', 404],
    ['/assets/', 404],
    ['/index.html', 404],
    ['/secret.txt', 404],
    ['/assets/..%2findex.html', 403],
    ['/assets/..%2f..%2fsecret.txt', 403],
    ['/assets/..%5c..%5csecret.txt', 403],
    ['/assets/%2fetc/hostname', 403],
    ['/assets/desk-1a2b.js%00.css', 400],
  ])('%s is no page', async (url, status) => {
    const { statusCode, body } = await servePages().inject(url)
    expect(statusCode).toBe(status)
    expect(body).not.toBe('secret')
  })
})
