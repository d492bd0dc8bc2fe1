// All routes, in the order of the documentation.
import type { ApiContext, App } from '../context.ts'
import { alertRoutes } from './alerts.ts'
import { basemapRoutes } from './basemap.ts'
import { basemapFileRoute } from './basemap-file.ts'
import { calendarRoutes } from './calendar.ts'
import { containerDevicesRoute } from './container-devices.ts'
import { containerHistoryRoute } from './container-history.ts'
import { containerImportRoute } from './container-import.ts'
import { containerStateRoute } from './container-state.ts'
import { containerRoutes } from './containers.ts'
import { decodeRoute } from './decode.ts'
import { depotRoutes } from './depots.ts'
import { deviceSettingsRoutes } from './device-settings.ts'
import { deviceRoutes } from './devices.ts'
import { docsRoutes } from './docs.ts'
import { fleetGeoJsonRoute } from './fleet-geojson.ts'
import { healthRoutes } from './health.ts'
import { pageRoutes } from './pages.ts'
import { planChangeRoute } from './plan-changes.ts'
import { planRoutes } from './plans.ts'
import { readingRoutes } from './readings.ts'
import { rejectionRoutes } from './rejections.ts'
import { requestRoutes } from './requests.ts'
import { resultRoute } from './results.ts'
import { runBriefingRoute } from './run-briefing.ts'
import { runExportRoutes } from './run-exports.ts'
import { runLinkRoute } from './run-link.ts'
import { runRoutes } from './runs.ts'
import { sessionRoutes } from './session.ts'
import { settingsRoutes } from './settings.ts'
import { settingsTrialRoute } from './settings-trial.ts'
import { siteRoutes } from './sites.ts'
import { streamRoute } from './stream.ts'
import { tokenRoutes } from './tokens.ts'
import { vehicleRoutes } from './vehicles.ts'

const V1 = [
  containerRoutes,
  containerImportRoute,
  fleetGeoJsonRoute,
  containerStateRoute,
  readingRoutes,
  containerHistoryRoute,
  containerDevicesRoute,
  requestRoutes,
  siteRoutes,
  depotRoutes,
  vehicleRoutes,
  deviceRoutes,
  deviceSettingsRoutes,
  rejectionRoutes,
  decodeRoute,
  planRoutes,
  planChangeRoute,
  runRoutes,
  runExportRoutes,
  runBriefingRoute,
  runLinkRoute,
  resultRoute,
  alertRoutes,
  streamRoute,
  basemapRoutes,
  basemapFileRoute,
  settingsRoutes,
  settingsTrialRoute,
  calendarRoutes,
  sessionRoutes,
  tokenRoutes,
] as const satisfies readonly ((app: App, context: ApiContext) => void)[]

export function addRoutes(app: App, context: ApiContext): void {
  app.register(async (root) => healthRoutes(root as App, context))
  app.register(async (root) => pageRoutes(root as App))
  app.register(async (root) => docsRoutes(root as App))
  app.register(
    async (v1) => {
      for (const routes of V1) routes(v1 as App, context)
    },
    { prefix: '/api/v1' },
  )
}
