// What is nowhere: programs read a problem; people get the desk, which says so and leads on.
import { createReadStream, existsSync } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './error-handler.ts'
import { Problem } from './problem.ts'

/** @param page the file of the desk's page; it is not there where only the API was built */
export const notFoundHandler =
  (page: string) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?')[0] ?? ''
    if (isPerson(request, path) && existsSync(page))
      return reply
        .code(404)
        .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
        .send(createReadStream(page))
    return sendProblem(reply, new Problem('not_found', `there is no ${request.method} ${path}`))
  }

const isPerson = ({ method, headers }: FastifyRequest, path: string): boolean =>
  method === 'GET' && headers.accept?.includes('text/html') === true && !path.startsWith('/api/')
