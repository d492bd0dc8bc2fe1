// Who may do what: every route names the roles it is for; this table says who else that lets in.
import type { Role } from '@bakwacht/registry'

export const ROLES = ['admin', 'planner', 'driver', 'viewer', 'device-manager'] as const

/** The roles that each role can act as. */
const ACTS_AS: Readonly<Record<Role, readonly Role[]>> = {
  admin: ROLES,
  planner: ['planner', 'driver', 'viewer'],
  'device-manager': ['device-manager', 'viewer'],
  viewer: ['viewer'],
  driver: ['driver'],
}

/** `public`: no token is asked for. */
export type RouteRoles = 'public' | readonly Role[]

/** Each role that this one can act as, itself among them. */
export const actsAs = (role: Role): Role[] => [...ACTS_AS[role]]

export const mayAct = (role: Role, wanted: readonly Role[]): boolean =>
  wanted.some((one) => ACTS_AS[role].includes(one))

/** Everyone who is signed in. */
export const ANYONE = ['viewer', 'driver'] as const satisfies readonly Role[]
