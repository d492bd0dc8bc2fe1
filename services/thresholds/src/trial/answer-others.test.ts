import { settingsDefaults } from '@bakwacht/domain'
import { createJudgingClient, type JudgeOtherwise } from '@bakwacht/plan-queue'
import { silentLog } from '@bakwacht/runtime'
import { expect, test } from 'vitest'
import { type Bed, HOUR, openBed, reading, t0 } from '../thresholds.fixture.ts'
import { answerOthers } from './answer-others.ts'

const NOW = t0 + 15 * HOUR

/** Those who judge, and another process that asks them. */
function answering({ registry }: Bed, judgeOtherwise: JudgeOtherwise) {
  const asked = { jobs: registry.jobs, clock: () => NOW, pollMs: 20 }
  const { stop } = answerOthers({ ...asked, judgeOtherwise, log: silentLog })
  return { ask: createJudgingClient(asked), [Symbol.asyncDispose]: stop }
}

test('another process has its settings judged through the registry’s jobs', async () => {
  await using bed = await openBed(() => NOW)
  await bed.register(1)
  await bed.commit(Array.from({ length: 8 }, (_, n) => reading(0, t0 + n * HOUR, { fillPct: 40 })))
  const thresholds = bed.thresholds()
  await thresholds.round(NOW)
  await using others = answering(bed, thresholds.judgeOtherwise)
  const { health } = settingsDefaults
  const patient = { ...settingsDefaults, health: { ...health, silentMinHours: 24 } }
  const changes = await others.ask(patient)
  expect(changes).toEqual(await thresholds.judgeOtherwise(patient))
  expect(changes).toMatchObject([
    { state: { containerId: 'c0', fill: { source: 'sensor' } }, episodes: [] },
  ])
})

test('what could not be judged is told to who asked, and the next is answered', async () => {
  await using bed = await openBed(() => NOW)
  let asked = 0
  await using others = answering(bed, async () => {
    asked++
    if (asked === 1) throw new Error('the readings are away')
    return []
  })
  const failed = { code: 'NOT_JUDGED', message: 'the readings are away' }
  await expect(others.ask(settingsDefaults)).rejects.toMatchObject(failed)
  expect(await others.ask(settingsDefaults)).toEqual([])
})

test('who asks where nobody judges is told so', async () => {
  await using bed = await openBed(() => NOW)
  const { jobs } = bed.registry
  const ask = createJudgingClient({ jobs, clock: () => NOW, pollMs: 5, patienceMs: 20 })
  await expect(ask(settingsDefaults)).rejects.toMatchObject({ code: 'THRESHOLDS_SILENT' })
})
