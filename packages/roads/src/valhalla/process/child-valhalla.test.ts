import { afterEach, describe, expect, test, vi } from 'vitest'
import { RoadsStopped } from '../../travel-times.ts'
import { inChild, LEUVEN, LIER, testMap } from '../valhalla.fixture.ts'
import { ValhallaRefusal } from '../valhalla.ts'
import type { ChildOptions, ChildValhalla } from './child-valhalla.ts'

const map = await testMap()
const started: ChildValhalla[] = []
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop()
})

function valhalla(options: Partial<ChildOptions> = {}): ChildValhalla {
  if (map === undefined) throw new Error('skipped without Valhalla')
  const child = inChild(map, options)
  started.push(child)
  return child
}

const places = [LEUVEN, LIER].map(([lon, lat]) => ({ lon, lat }))
const question = { sources: places, targets: places, costing: 'auto' }
const ask = (child: ChildValhalla) => child.ask('sources_to_targets', question)
const kill = (pid: number | undefined) => process.kill(pid ?? 0, 'SIGKILL')

describe.skipIf(map === undefined)('Valhalla in a child process', () => {
  test('is started by the first question, and answers many in order', async () => {
    const child = valhalla()
    expect(child.pid).toBeUndefined()
    const answers = await Promise.all([ask(child), child.ask('status', {}), ask(child)])
    expect(answers[1]).toMatchObject({ version: '3.6.1' })
    expect(answers[2]).toEqual(answers[0])
    expect(child.pid).toBeGreaterThan(0)
  })

  test('a refusal is told in Valhalla’s words, and the process lives on', async () => {
    const child = valhalla()
    await ask(child)
    const { pid } = child
    const nowhere = { ...question, sources: [{ lon: 0, lat: 0 }] }
    await expect(child.ask('sources_to_targets', nowhere)).rejects.toThrow(ValhallaRefusal)
    await ask(child)
    expect(child.pid).toBe(pid)
  })

  test('killed in the middle of a question, it is unavailable once, and answers the next', async () => {
    const child = valhalla()
    await ask(child)
    const asked = ask(child)
    await vi.waitFor(() => expect(child.pid).toBeDefined())
    kill(child.pid)
    await expect(asked).rejects.toThrow(/^Valhalla ended with SIGKILL/)
    expect(await ask(child)).toHaveProperty('sources_to_targets')
  })

  test('killed between two questions, nobody notices', async () => {
    const child = valhalla()
    await ask(child)
    const { pid } = child
    kill(pid)
    await vi.waitFor(() => expect(() => process.kill(pid ?? 0, 0)).toThrow())
    expect(await ask(child)).toHaveProperty('sources_to_targets')
  })

  test('without a question for long enough it ends, and begins again with the next', async () => {
    const child = valhalla({ idleMs: 50 })
    await ask(child)
    const { pid } = child
    await vi.waitFor(() => expect(child.pid).toBeUndefined())
    await vi.waitFor(() => expect(() => process.kill(pid ?? 0, 0)).toThrow())
    expect(await ask(child)).toHaveProperty('sources_to_targets')
  })

  test('grown too large, it ends after its answer', async () => {
    const child = valhalla({ memoryLimit: 1 })
    expect(await ask(child)).toHaveProperty('sources_to_targets')
    expect(child.pid).toBeUndefined()
  })

  test('too slow, it is given up', async () => {
    const within = { sources_to_targets: 1, route: 1, locate: 1, status: 1 }
    const child = valhalla({ answerWithinMs: within })
    await expect(ask(child)).rejects.toThrow('Valhalla did not answer within 0.001 s')
    expect(child.pid).toBeUndefined()
  })

  test('stopped, it begins no more', async () => {
    const child = valhalla()
    await ask(child)
    const asked = expect(ask(child)).rejects.toThrow(RoadsStopped)
    await child.stop()
    await asked
    await child.stop()
    await expect(ask(child)).rejects.toThrow(RoadsStopped)
  })
})

test('what cannot be loaded is unavailable with the reason, and left alone for longer each time', async () => {
  let now = 0
  const broken = inChild(
    { library: '/nowhere/valhalla', tiles: '/nowhere', identity: '', stillThere: () => false },
    { clock: () => now },
  )
  started.push(broken)
  await expect(ask(broken)).rejects.toThrow(/ended with exit code 1.*Cannot find module/s)
  await expect(ask(broken)).rejects.toThrow('ended with exit code 1')
  await expect(ask(broken)).rejects.toThrow('rests for another 1 s')
  now = 1_000
  await expect(ask(broken)).rejects.toThrow('ended with exit code 1')
  await expect(ask(broken)).rejects.toThrow('rests for another 2 s')
})
