import {
  calendarDefaults,
  depotDefaults,
  settingsDefaults,
  vehicleDefaults,
} from '@bakwacht/domain'
import type { Register } from '../boundary/register.ts'

/** One depot and one van. */
export const registerFixture = ({ payloadKg }: { readonly payloadKg: number }): Register => ({
  timezone: 'Europe/Brussels',
  settings: settingsDefaults,
  calendar: calendarDefaults,
  depot: { ...depotDefaults, id: 'depot', name: 'Depot', location: [4.6, 51] },
  sites: [],
  vehicles: [
    {
      ...vehicleDefaults,
      ...{ id: 'van-1', name: 'Van', depotId: 'depot', payloadKg, volumeL: 10_000 },
    },
  ],
  containers: [],
  devices: new Map(),
})
