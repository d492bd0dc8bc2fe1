// What a driver's link opens: its own run, and for reading only until that run is over.
import type { Registry } from '@bakwacht/registry'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../server/problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What a token bound to one run may do here: `own`, if the path's `id` is that run;
     * `filtered`, the route looks after it itself. Not given: nothing.
     */
    runToken?: 'own' | 'filtered'
    /** Also once that run is over: a phone without a signal brings its results later. */
    afterRun?: true
  }
}

/** @throws Problem `forbidden`, or `run_over` when the run is done, cancelled or no longer planned */
export async function keepToRun(
  request: FastifyRequest,
  runId: string,
  plans: Pick<Registry['plans'], 'run'>,
): Promise<void> {
  const { runToken, afterRun } = request.routeOptions.config
  const { id } = request.params as { readonly id?: string }
  if (runToken === undefined || (runToken === 'own' && id !== runId))
    throw new Problem('forbidden', `this token is for run "${runId}" alone`)
  if (afterRun) return
  const run = await plans.run(runId)
  const over = run === undefined ? 'no longer planned' : OVER[run.status]
  if (over !== undefined) throw new Problem('run_over', `run "${runId}" is ${over}`)
}

const OVER: Readonly<Record<string, string | undefined>> = { done: 'done', cancelled: 'cancelled' }

/** Whoever has a link to this run, has it no longer. */
export async function endLinks(tokens: Registry['tokens'], runId: string): Promise<void> {
  for (const token of await tokens.all()) if (token.runId === runId) await tokens.revoke(token.id)
}
