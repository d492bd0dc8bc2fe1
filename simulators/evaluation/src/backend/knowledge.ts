// All that a policy learns from outside: what sensors and drivers say, and what the drivers weighed.

import type { Policy } from '../boundary/policy.ts'
import type { Dispatch } from '../operator/dispatch.ts'
import { Backend } from './backend.ts'
import { Weighings } from './weighings.ts'

export interface Knowledge extends Pick<Policy, 'listens' | 'hear' | 'told'> {
  readonly backend: Backend
  readonly weighings: Weighings
}

/** @param startAt UTC ms: since when the devices have been sitting in their containers */
export function knowledge({ register }: Pick<Dispatch, 'register'>, startAt: number): Knowledge {
  const backend = new Backend({ register, startAt })
  const weighings = new Weighings({ register })
  return {
    ...{ backend, weighings, listens: true },
    hear: (messages) => backend.hear(messages),
    told(results) {
      backend.told(results)
      weighings.told(results)
    },
  }
}
