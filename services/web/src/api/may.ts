// Who may do what: what one may not do is not offered.
import type { Role } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from './queries.ts'

/**
 * Whether the one who is signed in may do what is for this role: `useMay('planner')` before every
 * button that changes plans, the register or settings; `'device-manager'` for devices, `'admin'` for access.
 */
export const useMay = (role: Role): boolean =>
  useQuery(sessionQuery).data?.acts_as.includes(role) ?? false
