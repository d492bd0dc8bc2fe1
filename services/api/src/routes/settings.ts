import { settingsDefaults } from '@bakwacht/domain'
import { VersionConflict } from '@bakwacht/registry'
import type { ApiContext, App } from '../context.ts'
import {
  newSettingsSchema,
  settingsFromWire,
  settingsSchema,
  settingsToWire,
} from '../schemas/settings.ts'
import { etagOf, ifMatch } from '../server/if-match.ts'
import { Problem } from '../server/problem.ts'

export function settingsRoutes(app: App, { registry }: ApiContext): void {
  const tags = ['settings']

  app.get(
    '/settings',
    {
      config: { roles: ['viewer'] },
      schema: { tags, summary: 'What the planner tunes', response: { 200: settingsSchema } },
    },
    async (_request, reply) => {
      const settings = await registry.settings.current()
      reply.header('etag', etagOf(settings.version))
      return settingsToWire(settings)
    },
  )

  app.get(
    '/settings/defaults',
    {
      config: { roles: ['viewer'] },
      schema: {
        tags,
        summary: 'What the settings are before anybody changes them',
        response: { 200: settingsSchema },
      },
    },
    async () => settingsToWire(settingsDefaults),
  )

  app.put(
    '/settings',
    {
      config: {
        roles: ['planner'],
        problems: ['invalid_body', 'precondition_failed'],
        headers: ['if-match'],
      },
      schema: {
        tags,
        summary: 'Put settings: a new version',
        description:
          'All of them. A `version` in the body, or If-Match, guards against changes by others.',
        body: newSettingsSchema,
        response: { 200: settingsSchema },
      },
    },
    async (request, reply) => {
      const wanted = versionWanted(request.body.version, ifMatch(request))
      const settings = await registry.settings
        .put(settingsFromWire(request.body), wanted)
        .catch(refuseOtherVersion)
      reply.header('etag', etagOf(settings.version))
      return settingsToWire(settings)
    },
  )
}

function versionWanted(inBody: number | undefined, inHeader: number | '*' | undefined) {
  if (inHeader === undefined || inHeader === '*') return inBody
  if (inBody === undefined || inBody === inHeader) return inHeader
  throw new Problem('precondition_failed', `version: got ${inBody}, If-Match says ${inHeader}`)
}

function refuseOtherVersion(err: unknown): never {
  if (!(err instanceof VersionConflict)) throw err
  throw new Problem('precondition_failed', `got version ${err.expected}, stored is ${err.got}`, {
    current_version: err.got,
  })
}
