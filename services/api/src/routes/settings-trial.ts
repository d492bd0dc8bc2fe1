import type { ApiContext, App } from '../context.ts'
import { refusePast } from '../plans/refuse-past.ts'
import { changedFields } from '../schemas/changed-fields.ts'
import { settingsFromWire, settingsToWire } from '../schemas/settings.ts'
import { newTrialSchema, trialSchema, trialToWire } from '../schemas/trial.ts'
import { readerOf } from '../server/language.ts'
import { limited } from '../server/limited.ts'
import { whileAsked } from '../server/while-asked.ts'

/** How plans are searched: both are searched in one way, so that they can be compared. */
const NOT_SEEN = new Set(['plan.solve_seconds', 'plan.change_cost'])

/** They take the planner's time, one after the other: plans and changes to them wait behind each. */
const MOST = 2

export function settingsTrialRoute(app: App, context: ApiContext): void {
  const { registry, planMaker } = context
  const atMost = limited(MOST, 'trials')
  app.post(
    '/settings/trial',
    {
      config: {
        roles: ['planner'],
        headers: ['accept-language'],
        problems: ['invalid_body', 'plan_failed', 'too_many'],
      },
      schema: {
        tags: ['settings'],
        summary: 'Try settings: what they would make of a day',
        description:
          'The day is planned twice, with the settings that stand and with these: from the same facts, with the same seed and time, the second from the first. Where readings are judged by what is changed (`damp`, `fire`, `health` …), those of the last two weeks are judged again, and the second plan is made from what they say then; what was older (a mould index, an open alert) counts as it stands. Nothing is stored. Two at a time; the planner stops when nobody waits.',
        body: newTrialSchema,
        response: { 200: trialSchema },
      },
    },
    async (request, reply) => {
      const { settings: wanted, date } = request.body
      if (date !== null) refusePast(date, context)
      const current = await registry.settings.current()
      const settings = { ...settingsFromWire(wanted), version: current.version }
      const trial = await atMost(() =>
        whileAsked(reply, (gone) => planMaker.trySettings({ date, settings }, gone)),
      )
      if (trial === undefined) return reply.hijack()
      const containers = await registry.containers.all()
      const names = new Map(containers.map(({ id, name }) => [id, name]))
      return trialToWire(trial, {
        reader: readerOf(request, context),
        nameOf: (id) => names.get(id) ?? id,
        notSeen: changedFields(settingsToWire(current), settingsToWire(settings)).filter((field) =>
          NOT_SEEN.has(field),
        ),
      })
    },
  )
}
