import { DAY_MS, MINUTE_MS, type Run, type StopOutcome, type StopResult } from '@bakwacht/domain'
import { wireTime } from '@bakwacht/wire'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { keySchema } from '../schemas/id.ts'
import { newResultSchema, resultFromWire } from '../schemas/result.ts'
import { runSchema, runToWire } from '../schemas/run.ts'
import { idempotencyKey } from '../server/idempotency.ts'
import { readerOf } from '../server/language.ts'
import { found, Problem } from '../server/problem.ts'

/** Nobody drives a run sooner: a phone that says so does not know the time. */
const SOONEST_MS = DAY_MS
/** How far a phone's clock may be ahead. */
const CLOCK_TOLERANCE_MS = 10 * MINUTE_MS

export function resultRoute(app: App, context: ApiContext): void {
  const { registry, clock } = context
  app.post(
    '/runs/:id/stops/:stopId/result',
    {
      config: {
        roles: ['driver'],
        headers: ['idempotency-key', 'accept-language'],
        runToken: 'own',
        afterRun: true,
        problems: ['not_found', 'conflict', 'invalid_body', 'time_ahead'],
      },
      schema: {
        tags: ['runs'],
        summary: "The driver's word about a stop",
        description:
          '201 when it was stored, 200 when it was there already: the same `Idempotency-Key` again changes nothing, whatever has become of run and stop since. Another result for the stop replaces the one before. `time_ahead` tells the time here as `now`: a phone whose clock is wrong can put `at` right by it; one more than a day before the run leaves is of a phone that does not know the time, and the result counts as of now.',
        params: z.object({ id: keySchema, stopId: keySchema }),
        body: newResultSchema,
        response: { 200: runSchema, 201: runSchema },
      },
    },
    async (request, reply) => {
      const { id: runId, stopId } = request.params
      const now = clock()
      const run = found(await registry.plans.run(runId), 'run', runId)
      const result = believable(resultFromWire(request.body, now), run, now)
      const key = idempotencyKey(request)
      const idempotency = key === undefined ? null : `${stopId}:${key}`
      // Before all else: what was taken once is not refused because the run was taken back since.
      if (idempotency !== null && (await registry.plans.hasResultKey(runId, idempotency)))
        return reply.code(200).send(runToWire(run, readerOf(request, context)))

      refuseUndriven(run)
      refuseOutcome(run, stopId, result.outcome)
      refuseFuture(result.at, now)
      const given = { runId, stopId, result, idempotencyKey: idempotency, now }
      const stored = found(await registry.plans.addResult(given), 'stop', stopId)
      return reply
        .code(stored.repeated ? 200 : 201)
        .send(runToWire(stored.run, readerOf(request, context)))
    },
  )
}

const believable = (result: StopResult, { departure }: Run, now: number): StopResult =>
  result.at < departure - SOONEST_MS ? { ...result, at: now } : result

function refuseUndriven({ id, status }: Run): void {
  if (status === 'draft' || status === 'cancelled')
    throw new Problem(
      'conflict',
      `run "${id}" is ${status}: only an approved run has results`,
      {},
      'run_not_driven',
    )
}

function refuseOutcome(run: Run, stopId: string, outcome: StopOutcome): void {
  const { kind } = found(
    run.stops.find(({ id }) => id === stopId),
    'stop',
    stopId,
  )
  const fits = {
    container: outcome !== 'unloaded',
    unload: outcome === 'unloaded' || outcome === 'skipped' || outcome === 'blocked',
    pickup: true,
  }
  if (!fits[kind])
    throw new Problem(
      'invalid_body',
      `outcome: got "${outcome}", which a stop "${kind}" cannot have`,
    )
}

function refuseFuture(at: number, now: number): void {
  if (at <= now + CLOCK_TOLERANCE_MS) return
  const detail = `at: got ${wireTime(at)}, wanted no later than ${wireTime(now)}, the time here`
  throw new Problem('time_ahead', detail, { now: wireTime(now) })
}
