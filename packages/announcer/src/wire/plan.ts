import type { Plan } from '@bakwacht/domain'

/** That a plan changed, and into what; its runs are told on their own topics. */
export const planOnWire = (plan: Plan) => ({
  id: plan.id,
  version: plan.version,
  date: plan.date,
  depot_id: plan.depotId,
  status: plan.status,
  message: plan.message,
})
