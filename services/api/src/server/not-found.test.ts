import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { notFoundHandler } from './not-found.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

function open(pageIsBuilt: boolean) {
  const folder = temporaryFolder('not-found')
  const page = join(folder.path, 'index.html')
  if (pageIsBuilt) writeFileSync(page, 'the desk')
  const app = fastify()
  app.setNotFoundHandler(notFoundHandler(page))
  onTestFinished(async () => {
    await app.close()
    folder.remove()
  })
  return app
}

test('who mistyped an address in a browser gets a page that leads on', async () => {
  const { statusCode, headers, body } = await open(true).inject({
    url: '/regster',
    headers: BROWSER,
  })
  expect({ statusCode, body }).toEqual({ statusCode: 404, body: 'the desk' })
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
})

test.each([
  ['/nowhere', { accept: '*/*' }, true],
  ['/api/v1/nowhere', BROWSER, true],
  ['/nowhere', BROWSER, false],
])('others read a problem: %s', async (url, headers, pageIsBuilt) => {
  const answer = await open(pageIsBuilt).inject({ url, headers })
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ code: 'not_found' })
})
