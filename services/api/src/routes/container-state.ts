import { forecastToWire, stateToWire } from '@bakwacht/wire'
import type { ApiContext, App } from '../context.ts'
import { explain, explainReadings } from '../explanation/explain.ts'
import { factsOf } from '../explanation/facts.ts'
import { markOf } from '../fleet/mark.ts'
import { stateSentences } from '../fleet/state-sentences.ts'
import { alertToWire } from '../schemas/alert.ts'
import { atStakeToWire, insideToWire } from '../schemas/explanation.ts'
import { idParams } from '../schemas/id.ts'
import { NEVER_EVALUATED, stateSchema } from '../schemas/state.ts'
import { readerOf } from '../server/language.ts'
import { found } from '../server/problem.ts'

export function containerStateRoute(app: App, context: ApiContext): void {
  const { registry } = context
  app.get(
    '/containers/:id/state',
    {
      config: { roles: ['viewer'], problems: ['not_found'], headers: ['accept-language'] },
      schema: {
        tags: ['containers'],
        summary: 'What is known of a container now, and why',
        params: idParams,
        response: { 200: stateSchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const reader = readerOf(request, context)
      const container = found(await registry.containers.find(id), 'container', id)
      const [state, settings] = await Promise.all([
        registry.states.find(id),
        registry.settings.current(),
      ])
      const facts = await factsOf(container, state, context)
      const { alerts, inside, stake } = facts
      const known = state && stateToWire(state)
      return {
        container_id: id,
        mark: markOf(container, state, settings),
        sentences: stateSentences(container, state, alerts, reader),
        ...(known ?? NEVER_EVALUATED),
        damp: known ? { ...known.damp, at_stake: atStakeToWire(stake) } : null,
        alerts: alerts.map((alert) => alertToWire(alert, reader)),
        forecast: state === undefined ? null : forecastToWire(state.fill),
        kg: insideToWire(inside),
        explanation: explain(facts, reader),
        readings: explainReadings(facts, reader),
      }
    },
  )
}
