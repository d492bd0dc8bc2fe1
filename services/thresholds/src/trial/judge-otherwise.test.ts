import { flagBit, type Settings, settingsDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { type Bed, HOUR, openBed, reading, t0 } from '../thresholds.fixture.ts'

const DAYS = 20
const NOW = t0 + DAYS * 24 * HOUR + 5 * 60_000
const hours = Array.from({ length: DAYS * 24 }, (_, hour) => hour)
const at = (hour: number) => t0 + hour * HOUR

/** Three weeks of five bins, less a day: c0 humid for the last 30 hours, c1 hot for an hour, c2 without an echo for 9 hours. */
async function judgedBed() {
  const bed = await openBed(() => NOW)
  await bed.register(5, { emptyDistanceMm: 2000, fullDistanceMm: 400 })
  const last = hours.length
  await bed.commit(
    hours.flatMap((hour) => [
      reading(0, at(hour), { distanceMm: 1700, tempC: 12, rhPct: hour < last - 30 ? 60 : 80 }),
      reading(1, at(hour), { distanceMm: 1700, tempC: hour === 200 ? 62 : 12, rhPct: 60 }),
      hour < last - 9
        ? reading(2, at(hour), { distanceMm: 900, tempC: 12, rhPct: 60 })
        : reading(2, at(hour), { tempC: 12, rhPct: 60 }, flagBit('no_echo')),
      reading(3, at(hour), { distanceMm: 1700, tempC: 12, rhPct: 60 }),
      reading(4, at(hour), { distanceMm: 1700, tempC: 12, rhPct: 60 }),
    ]),
  )
  const thresholds = bed.thresholds()
  await thresholds.round(NOW)
  return { bed, thresholds, [Symbol.asyncDispose]: () => bed[Symbol.asyncDispose]() }
}

const everything = async ({ registry, states, alerts }: Bed) => ({
  states: await states(),
  alerts: await alerts(),
  events: await registry.events.newestId(),
  checkpoints: await registry.folds.checkpoints(['c0', 'c1', 'c2'], NOW),
})

test('the settings that stand say nothing else', async () => {
  await using judged = await judgedBed()
  expect(await judged.thresholds.judgeOtherwise(settingsDefaults)).toEqual([])
})

const { damp, fire, health } = settingsDefaults
const shorterWatch = { ...damp, watch: damp.watch.map((level) => ({ ...level, hours: 24 })) }
const cases: [string, Partial<Settings>, string, object][] = [
  ['of damp', { damp: shorterWatch }, 'c0', { damp: { level: 'watch' } }],
  [
    'of sensors',
    { health: { ...health, noEchoHours: 6 } },
    'c2',
    { fill: { source: 'estimate' }, health: { trustworthy: false } },
  ],
]

test.each(cases)(
  'a rule %s tells of the bin that it judges otherwise, and nothing is kept',
  async (...[, changed, id, said]) => {
    await using judged = await judgedBed()
    const before = await everything(judged.bed)
    const changes = await judged.thresholds.judgeOtherwise({ ...settingsDefaults, ...changed })
    expect(changes).toMatchObject([{ state: { containerId: id, ...said } }])
    expect(await everything(judged.bed)).toEqual(before)
  },
)

test('a fire that another rule would have seen is told though it is over', async () => {
  await using judged = await judgedBed()
  const tried = { ...settingsDefaults, fire: { ...fire, tempC: 60 } }
  const changes = await judged.thresholds.judgeOtherwise(tried)
  expect(changes).toMatchObject([
    {
      state: { containerId: 'c1', health: { fire: false } },
      episodes: [{ kind: 'fire', raisedAt: at(200), clearedAt: at(201) }],
    },
  ])
})

test('what a setting of yesterday made of a bin is not the tried setting’s doing', async () => {
  await using judged = await judgedBed()
  const { version: _, ...standing } = { ...settingsDefaults, damp: shorterWatch }
  await judged.bed.registry.settings.put(standing)
  const [state] = await judged.bed.states()
  expect(state?.damp.level).toBe('dry')
  expect(await judged.thresholds.judgeOtherwise({ ...standing, version: 2 })).toEqual([])
})

test('it ends with who asked, and with the service', async () => {
  await using judged = await judgedBed()
  const gone = AbortSignal.abort(new Error('gone'))
  await expect(judged.thresholds.judgeOtherwise(settingsDefaults, gone)).rejects.toThrow('gone')
  const asked = judged.thresholds.judgeOtherwise(settingsDefaults)
  const refused = expect(asked).rejects.toThrow()
  await judged.thresholds.stop()
  await refused
})
