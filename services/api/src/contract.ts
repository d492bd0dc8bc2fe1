// What goes over the wire, as types alone: for clients written in TypeScript, the pages first of all.
import type { z } from 'zod'
import type { ROLES } from './auth/roles.ts'
import type { fleetSchema } from './fleet/feature.ts'
import type { MARKS } from './fleet/mark.ts'
import type { alertSchema } from './schemas/alert.ts'
import type { basemapSchema } from './schemas/basemap.ts'
import type { briefingSchema } from './schemas/briefing.ts'
import type { calendarSchema } from './schemas/calendar.ts'
import type { containerSchema, newContainerSchema } from './schemas/container.ts'
import type { depotSchema, newDepotSchema } from './schemas/depot.ts'
import type {
  assignmentSchema,
  deviceSchema,
  deviceSecretSchema,
  newAssignmentSchema,
  newDeviceSchema,
} from './schemas/device.ts'
import type { historySchema } from './schemas/history.ts'
import type { reportSchema } from './schemas/import-report.ts'
import type { planSchema } from './schemas/plan.ts'
import type { changedPlanSchema, planChangeSchema } from './schemas/plan-op.ts'
import type { problemSchema } from './schemas/problem.ts'
import type { meanSchema, readingSchema } from './schemas/reading.ts'
import type { reasonSchema } from './schemas/reason.ts'
import type { requestSchema } from './schemas/request.ts'
import type { newResultSchema } from './schemas/result.ts'
import type { runSchema } from './schemas/run.ts'
import type { linkSchema } from './schemas/run-link.ts'
import type { sessionSchema } from './schemas/session.ts'
import type { newSettingsSchema, settingsSchema } from './schemas/settings.ts'
import type { newSiteSchema, siteSchema } from './schemas/site.ts'
import type { stateSchema } from './schemas/state.ts'
import type { issuedTokenSchema, newTokenSchema, tokenSchema } from './schemas/token.ts'
import type { newTrialSchema, trialSchema } from './schemas/trial.ts'
import type { newVehicleSchema, vehicleSchema } from './schemas/vehicle.ts'

export type Role = (typeof ROLES)[number]
export type Mark = (typeof MARKS)[number]
export type Alert = z.output<typeof alertSchema>
export type Assignment = z.output<typeof assignmentSchema>
export type Basemap = z.output<typeof basemapSchema>
export type Briefing = z.output<typeof briefingSchema>
export type Calendar = z.output<typeof calendarSchema>
export type ChangedPlan = z.output<typeof changedPlanSchema>
export type Container = z.output<typeof containerSchema>
export type CollectionRequest = z.output<typeof requestSchema>
export type ContainerHistory = z.output<typeof historySchema>
export type ContainerState = z.output<typeof stateSchema>
export type Depot = z.output<typeof depotSchema>
export type Device = z.output<typeof deviceSchema>
export type DeviceSecret = z.output<typeof deviceSecretSchema>
export type Fleet = z.output<typeof fleetSchema>
export type FleetFeature = Fleet['features'][number]
export type ImportReport = z.output<typeof reportSchema>
export type MeanReading = z.output<typeof meanSchema>
export type Plan = z.output<typeof planSchema>
export type PlanOp = z.input<typeof planChangeSchema>['ops'][number]
export type Problem = z.output<typeof problemSchema>
export type Reading = z.output<typeof readingSchema>
export type Reason = z.output<typeof reasonSchema>
export type Run = z.output<typeof runSchema>
export type RunLink = z.output<typeof linkSchema>
export type Session = z.output<typeof sessionSchema>
export type Settings = z.output<typeof settingsSchema>
export type Site = z.output<typeof siteSchema>
export type Stop = Run['stops'][number]
export type Token = z.output<typeof tokenSchema>
export type IssuedToken = z.output<typeof issuedTokenSchema>
export type Trial = z.output<typeof trialSchema>
export type Vehicle = z.output<typeof vehicleSchema>

/** As they are sent: what has a default may be left out. */
export type NewAssignment = z.input<typeof newAssignmentSchema>
export type NewContainer = z.input<typeof newContainerSchema>
export type NewDepot = z.input<typeof newDepotSchema>
export type NewDevice = z.input<typeof newDeviceSchema>
export type NewSettings = z.input<typeof newSettingsSchema>
export type NewSite = z.input<typeof newSiteSchema>
export type NewStopResult = z.input<typeof newResultSchema>
export type NewToken = z.input<typeof newTokenSchema>
export type NewTrial = z.input<typeof newTrialSchema>
export type NewVehicle = z.input<typeof newVehicleSchema>
