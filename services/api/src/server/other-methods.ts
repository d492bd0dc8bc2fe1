// What a path answers to methods that it has no route for: OPTIONS says which it knows, any other
// is refused with the same list (RFC 9110, 9.3.7 and 15.5.6).
import type { HTTPMethods } from 'fastify'
import type { App } from '../context.ts'
import { Problem } from './problem.ts'

export type MethodsByPath = ReadonlyMap<string, ReadonlySet<string>>

/** Collects what every route that is added from now on says. */
export function methodsByPath(app: App): MethodsByPath {
  const known = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set()
    for (const one of [method].flat()) methods.add(one)
    known.set(url, methods)
  })
  return known
}

/** To be called when all routes are added: plugins are loaded in their order. */
export function answerOtherMethods(app: App, known: MethodsByPath): void {
  app.register(async (last) => {
    // All of them first: what is added here is no method that a path knows.
    const paths = [...known.keys()].map((url) => ({ url, methods: methodsAt(url, known) }))
    for (const { url, methods } of paths) answerOthers(last as App, url, methods)
  })
}

/** Also those of a wider path: `/containers/import` may be the container "import" as well. */
function methodsAt(url: string, known: MethodsByPath): ReadonlySet<string> {
  const same = [...known].filter(([path]) => new RegExp(`^${patternOf(path)}$`).test(url))
  return new Set(same.flatMap(([, methods]) => [...methods]))
}

const patternOf = (path: string) =>
  path.replaceAll('.', '\\.').replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')

function answerOthers(app: App, url: string, known: ReadonlySet<string>): void {
  const allow = [...known, 'OPTIONS'].sort().join(', ')
  const others = app.supportedMethods.filter((method) => !known.has(method))
  app.route({
    method: others as HTTPMethods[],
    url,
    exposeHeadRoute: false,
    config: { roles: 'public' },
    schema: { hide: true },
    // Before the body is read: what is in it does not matter.
    onRequest: async (request, reply) => {
      reply.header('allow', allow)
      if (request.method === 'OPTIONS') return reply.code(204).send()
      throw new Problem('method_not_allowed', `${url}: got ${request.method}, wanted ${allow}`)
    },
    handler: async (_request, reply) => reply,
  })
}
