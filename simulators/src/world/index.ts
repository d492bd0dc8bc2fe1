// The world alone, for experiments that need no MQTT: weather, gifts, bins, where they stand, what a sensor says and
// what goes wrong with it.
export { readWeather } from '../cli/weather-file.ts'
export type { Emission } from '../device/emission.ts'
export { inArrays, type Outage, outages, radioGaps } from '../device/outages.ts'
export { faultsOfDevice } from '../fault/faults-of-device.ts'
export { type FaultShares, faultKinds } from '../fault/list.ts'
export { depot } from '../fleet/region.ts'
export { stands } from '../fleet/stand.ts'
export { rowsOf } from '../replay/rows.ts'
export { airProfile, measuredAir } from '../sensor/air.ts'
export { batteryVolts } from '../sensor/battery.ts'
export { type EchoProfile, measuredDistanceMm } from '../sensor/echo.ts'
export { anySensor, type SensorProfile, sensorOf } from '../sensor/sensor.ts'
export { Bin, type BinEvent, type BinWitness } from './bin.ts'
export { type BinProfile, ordinaryBin } from './bin-profile.ts'
export { type Contents, nothing, settle, takeIn } from './contents.ts'
export { generatedWeather } from './generated-weather.ts'
export type { Gift } from './gifts.ts'
export {
  between,
  chance,
  exponential,
  normal,
  pick,
  poisson,
  type Random,
  randomFor,
} from './random.ts'
export { type RecordedHour, recordedWeather } from './recorded-weather.ts'
export { localHour, localMonth, localWeekday } from './time.ts'
export type { Outdoor as OutdoorInstant, Weather } from './weather.ts'
