// One sensor in one bin: from the state of the world to a reading as it goes on the wire.
import { PAYLOAD_VERSION, type WireReading } from '@bakwacht/firmware-contracts'
import type { Bin } from '../world/bin.ts'
import { between, chance, normal, pick, type Random, randomFor } from '../world/random.ts'
import { type AirProfile, airProfile, measuredAir } from './air.ts'
import { batteryVolts, chargeAfter } from './battery.ts'
import { type EchoProfile, measuredDistanceMm } from './echo.ts'

export interface SensorProfile {
  readonly echo: EchoProfile
  readonly air: AirProfile
  /** 1 new to 0 empty, at the beginning. */
  readonly charge: number
  readonly rssiDbm: number
  readonly tiltDeg: number
}

/** A sensor as they come from the shelf; each is a little different. */
export function anySensor(seed: number, deviceId: string): SensorProfile {
  const random = randomFor(seed, deviceId, 'sensor profile')
  const emptyMm = Math.round(between(random, 1_500, 2_100) / 10) * 10
  return {
    echo: {
      emptyMm,
      fullMm: Math.round(between(random, 250, 350) / 10) * 10,
      lostShare: chance(random, 0.1) ? 0.15 : 0.025,
      lostAs: pick<null | 0 | 65_535>(random, [null, 0, 65_535]),
      noiseMm: between(random, 4, 15),
      stepMm: pick(random, [1, 10, 20]),
    },
    air: airProfile(random),
    charge: between(random, 0.35, 1),
    rssiDbm: Math.round(between(random, -112, -70)),
    tiltDeg: Math.round(between(random, 0, 4)),
  }
}

/** @returns measures the bin as it stands now; to be called in the order of time */
export function sensorOf(
  bin: Bin,
  profile: SensorProfile,
  random: Random,
): (at: number) => WireReading {
  let seq = 0
  let lidOpens = bin.lidOpens
  return (at) => {
    const opened = bin.lidOpens - lidOpens
    lidOpens = bin.lidOpens
    const inside = { tempC: bin.climate.tempC, rhPct: bin.rhPct }
    return {
      v: PAYLOAD_VERSION,
      seq: seq++,
      ts: Math.floor(at / 1000),
      distance_mm: measuredDistanceMm(bin.level, profile.echo, random),
      ...measuredAir(inside, profile.air, random),
      battery_v: batteryVolts(chargeAfter(profile.charge, seq), inside.tempC),
      rssi_dbm: Math.round(profile.rssiDbm + 3 * normal(random)),
      tilt_deg: profile.tiltDeg,
      lid_opens: opened,
    }
  }
}
