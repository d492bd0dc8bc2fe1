// The world alone, for experiments that need no MQTT: weather, gifts, bins and what a sensor says of their air.
export { airProfile, measuredAir } from '../sensor/air.ts'
export { batteryVolts } from '../sensor/battery.ts'
export { type EchoProfile, measuredDistanceMm } from '../sensor/echo.ts'
export { Bin, type BinEvent, type BinWitness } from './bin.ts'
export { type BinProfile, ordinaryBin } from './bin-profile.ts'
export { between, normal, type Random, randomFor } from './random.ts'
export { type RecordedHour, recordedWeather } from './recorded-weather.ts'
export type { Outdoor as OutdoorInstant, Weather } from './weather.ts'
