// Judged again by other settings, containers are what they would be had those stood from the beginning.
import { flagBit, type Reading, type Settings, settingsDefaults } from '@bakwacht/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bed, HOUR, openBed, reading, t0 } from '../thresholds.fixture.ts'

const BINS = 7
const HOURS = 10 * 24
const NOW = t0 + HOURS * HOUR + 5 * 60_000

const oneOf = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const { damp, health } = settingsDefaults
const others: fc.Arbitrary<Settings> = fc
  .record({
    fillHysteresisPct: oneOf(2, 10, 40),
    damp: fc
      .record({
        excessGPerM3: oneOf(0.2, 1.2, 3),
        excessHours: oneOf(2, 6, 20),
        jumpGPerM3: oneOf(0.4, 1.6, 8),
        mouldClass: oneOf('very_sensitive', 'resistant'),
        minNeighbours: oneOf(3, 5, 50),
        neighbourKm: oneOf(1, 25),
      })
      .map((changed) => ({ ...damp, ...changed })),
    fire: fc.record({ tempC: oneOf(38, 70), risePerHourC: oneOf(4, 15), riseMinC: oneOf(30, 45) }),
    health: fc
      .record({
        silentMinHours: oneOf(1, 6, 30),
        noEchoHours: oneOf(1, 12),
        noisyShare: oneOf(0.01, 0.25),
        impossibleShare: oneOf(0.02, 0.3),
        tiltDeg: oneOf(4, 15),
      })
      .map((changed) => ({ ...health, ...changed })),
  })
  .map((changed) => ({ ...settingsDefaults, ...changed }))

/** Bins that fill, warm up, grow damp, tilt, lose their echo and fall silent, each at its own times. */
function readingsFrom(random: () => number): Reading[] {
  return Array.from({ length: BINS }, (_, bin) => {
    let [fill, rh, tilt] = [20 + 60 * random(), 50 + 40 * random(), 2]
    const silentFrom = HOURS - Math.floor(20 * random())
    const lostFrom = silentFrom - Math.floor(16 * random())
    return Array.from({ length: silentFrom }, (_, hour) => {
      fill = random() < 0.01 ? 5 : Math.min(fill + random(), 100)
      rh = Math.min(Math.max(rh + 12 * (random() - 0.5), 40), 99)
      if (random() < 0.005) tilt = 20 * random()
      const tempC = 15 + 8 * Math.sin(hour / 4) + (random() < 0.01 ? 25 : 0)
      const leap = random() < 0.03 ? 30 : 0
      const air = { tempC, rhPct: rh, tiltDeg: tilt }
      return hour < lostFrom
        ? reading(bin, t0 + hour * HOUR, { ...air, distanceMm: 2000 - 16 * Math.abs(fill - leap) })
        : reading(bin, t0 + hour * HOUR, air, flagBit('no_echo'))
    })
  }).flat()
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** States as of one time, and when fires began and ended. */
async function told(bed: Bed) {
  const [states, alerts] = [await bed.states(), await bed.alerts()]
  return new Map(
    states.map(({ evaluatedAt: _, ...state }) => {
      const fires = alerts.filter(
        ({ kind, containerId }) => kind === 'fire' && containerId === state.containerId,
      )
      return [state.containerId, { state, fires: fires.map(spanOf).sort() }]
    }),
  )
}

const spanOf = ({ raisedAt, clearedAt }: { raisedAt: number; clearedAt: number | null }) =>
  `${raisedAt}–${clearedAt}`

async function judgedBed(readings: readonly Reading[], { version: _, ...settings }: Settings) {
  const bed = await openBed(() => NOW)
  await bed.registry.settings.put(settings)
  await bed.register(BINS, { emptyDistanceMm: 2000, fullDistanceMm: 400 })
  await bed.commit(readings)
  const thresholds = bed.thresholds()
  // What the first one learns of the fleet the second one knows.
  await thresholds.round(NOW - HOUR)
  await thresholds.round(NOW)
  return { bed, thresholds, [Symbol.asyncDispose]: () => bed[Symbol.asyncDispose]() }
}

test('other settings say what they would say had they stood from the beginning', async () => {
  const property = fc.asyncProperty(fc.nat(), others, async (seed, settings) => {
    const readings = readingsFrom(randomFrom(seed))
    await using standing = await judgedBed(readings, settingsDefaults)
    await using stood = await judgedBed(readings, settings)
    const said = await told(standing.bed)
    for (const { state, episodes } of await standing.thresholds.judgeOtherwise(settings)) {
      const { evaluatedAt: _, ...changed } = state
      said.set(state.containerId, { state: changed, fires: episodes.map(spanOf).sort() })
    }
    expect(said).toEqual(await told(stood.bed))
  })
  await fc.assert(property, { numRuns: 4, endOnFailure: true })
}, 60_000)
