import { expect, test } from 'vitest'
import { stopAll } from './stop-all.ts'

const stopped: string[] = []
const part = (name: string, fault?: Error) => ({
  async stop() {
    stopped.push(name)
    if (fault) throw fault
  },
})

test('every part is stopped in order, although one before it fails, and the fault is told', async () => {
  const full = new Error('disk is full')
  const stopping = stopAll([part('door'), part('planner', full), undefined, part('stores')])
  await expect(stopping).rejects.toBe(full)
  expect(stopped.splice(0)).toEqual(['door', 'planner', 'stores'])

  const gone = new Error('connection gone')
  await expect(stopAll([part('a', full), part('b', gone)])).rejects.toMatchObject({
    message: '2 parts did not stop',
    errors: [full, gone],
  })
  await stopAll([part('c')])
  expect(stopped).toEqual(['a', 'b', 'c'])
})
