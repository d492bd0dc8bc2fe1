// Bodies of JSON: fastify's own reading, but what cannot be read is told with what it is.
import type { FastifyRequest } from 'fastify'
import type { App } from '../context.ts'
import { Problem } from './problem.ts'

type Done = (error: Error | null, body?: unknown) => void

/** Keys that would reach into prototypes are refused. */
export function readJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request: FastifyRequest, body: string, done: Done) =>
      void parse(request, body, (error: Error | null, parsed?: unknown) =>
        done(error && new Problem('malformed_body', whyNot(body)), parsed),
      ),
  )
}

function whyNot(body: string): string {
  if (body === '') return 'got an empty body, wanted JSON, or no content-type'
  try {
    JSON.parse(body)
    return 'got a key "__proto__" or "constructor", wanted JSON without'
  } catch (error) {
    return `got what is not JSON: ${(error as SyntaxError).message}`
  }
}
