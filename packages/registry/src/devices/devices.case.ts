import { container, device, HOUR, NOON } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from '../opened.fixture.ts'
import { secretHash } from '../secret.ts'

export function devicesCase(open: Open): void {
  const withFleet = async () => {
    const opened = await open()
    await opened.registry.containers.put([container('c1'), container('c2')])
    await opened.registry.devices.put([device('d1'), device('d2')])
    return opened
  }

  describe('a device', () => {
    it('gives back what was put, and pages by id', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      expect(await devices.put([device('d1', { active: false }), device('d3')])).toEqual({
        created: ['d3'],
      })
      expect(await devices.find('d1')).toEqual(device('d1', { active: false }))
      expect(await devices.all()).toHaveLength(3)
      const first = await devices.page({ limit: 2 })
      const cursor = first.nextCursor ?? ''
      expect((await devices.page({ limit: 2, cursor })).items).toEqual([device('d3')])
    })

    it('keeps a newer status than the one that is put or set', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      const newer = { online: true, firmware: '1.4.2', configRev: 1, at: NOON }
      await devices.setStatus('d1', newer)
      await devices.setStatus('d1', { ...newer, online: false, at: NOON - 1 })
      await devices.put([device('d1')])
      await devices.setStatus('unregistered', newer)
      expect((await devices.find('d1'))?.status).toEqual(newer)
    })

    it('has a configuration whose revision grows with every change, and only then', async () => {
      await using opened = await withFleet()
      const { devices, events } = opened.registry
      const before = await events.newestId()
      expect(await devices.setConfig('d1', { reportS: 600, measureS: 600 })).toMatchObject({
        rev: 2,
      })
      expect(await devices.setConfig('d1', { reportS: 600, measureS: 600 })).toMatchObject({
        rev: 2,
      })
      await devices.put([device('d1')])
      expect((await devices.find('d1'))?.config).toEqual({ rev: 3, reportS: 3600, measureS: 3600 })
      expect(await events.after(before, 10)).toMatchObject([
        { kind: 'device_config', subject: 'd1', payload: { rev: 2, reportS: 600 } },
        { kind: 'device_config', subject: 'd1', payload: { rev: 3, reportS: 3600 } },
      ])
      await expect(devices.setConfig('nobody', { reportS: 1, measureS: 1 })).rejects.toMatchObject({
        code: 'UNKNOWN_ID',
      })
    })

    it('is registered with its secret and its place, all of it or nothing', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      await devices.assign({ deviceId: 'd1', containerId: 'c1', from: NOON })
      const early = { containerId: 'c1', from: NOON - 1 }
      await expect(devices.register(device('d9'), early)).rejects.toMatchObject({
        code: 'ASSIGNMENT_CONFLICT',
      })
      expect(await devices.find('d9')).toBeUndefined()
      const secret = await devices.register(device('d9'), { containerId: 'c1', from: NOON + 1 })
      expect(await devices.verify('d9', secret ?? '')).toBe(true)
      expect(await devices.assignments({ deviceId: 'd9' })).toHaveLength(1)
      expect(await devices.register(device('d9'), null)).toBeUndefined()
      expect(await devices.verify('d9', secret ?? '')).toBe(true)
    })

    it('that is retired is news, for its config is to be taken back', async () => {
      await using opened = await withFleet()
      const { devices, events } = opened.registry
      const before = await events.newestId()
      await devices.put([device('d1', { active: false })])
      expect(await events.after(before, 9)).toMatchObject([
        { kind: 'device_config', subject: 'd1' },
      ])
    })

    it('signs in with its own newest secret while it is active', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      expect(await devices.verify('d1', '')).toBe(false)
      const first = await devices.issueSecret('d1')
      const second = await devices.issueSecret('d1')
      const others = await devices.issueSecret('d2')
      expect(await devices.verify('d1', second)).toBe(true)
      for (const wrong of [first, others, '', `${second}x`])
        expect(await devices.verify('d1', wrong)).toBe(false)
      expect(await devices.verify('nobody', second)).toBe(false)
      await devices.put([device('d1', { active: false })])
      expect(await devices.verify('d1', second)).toBe(false)
      await devices.put([device('d1')])
      expect(await devices.verify('d1', second)).toBe(true)
    })
  })

  it('of several devices the active ones are known by the hash of their newest secret', async () => {
    await using opened = await withFleet()
    const { devices } = opened.registry
    const first = await devices.issueSecret('d1')
    const second = await devices.issueSecret('d2')
    expect(await devices.secretHashes(['d1', 'd2', 'nobody'])).toEqual(
      new Map([
        ['d1', secretHash(first)],
        ['d2', secretHash(second)],
      ]),
    )
    const renewed = await devices.issueSecret('d1')
    await devices.put([device('d2', { active: false })])
    expect(await devices.secretHashes(['d1', 'd2'])).toEqual(new Map([['d1', secretHash(renewed)]]))
  })

  describe('an assignment', () => {
    const at = (hours: number) => NOON + hours * HOUR

    it('ends where the device goes elsewhere, and where another takes its place', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(0) })
      await devices.assign({ deviceId: 'd1', containerId: 'c2', from: at(2) })
      await devices.assign({ deviceId: 'd2', containerId: 'c2', from: at(5) })
      expect(await devices.assignments()).toEqual([
        { deviceId: 'd1', containerId: 'c1', from: at(0), to: at(2), registeredAt: NOON },
        { deviceId: 'd1', containerId: 'c2', from: at(2), to: at(5), registeredAt: NOON },
        { deviceId: 'd2', containerId: 'c2', from: at(5), to: null, registeredAt: NOON },
      ])
      expect(await devices.assignments({ containerId: 'c2', to: at(5) })).toHaveLength(1)
      expect(await devices.assignments({ deviceId: 'd1', from: at(2) })).toHaveLength(1)
      expect(await devices.assignments({ from: at(1), to: at(3) })).toHaveLength(2)
    })

    it('that is there already stays as it is', async () => {
      await using opened = await withFleet()
      const { devices, touched } = opened.registry
      const first = await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(0) })
      await touched.settle(await touched.claim(9, NOON))
      expect(await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(3) })).toEqual(
        first,
      )
      expect(await devices.assignments()).toEqual([first])
      expect(await touched.claim(9, NOON)).toEqual([])
    })

    it('at the very time of another puts itself in its place', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(0) })
      const right = await devices.assign({ deviceId: 'd1', containerId: 'c2', from: at(0) })
      expect(await devices.assignments()).toEqual([right])
    })

    it('is refused before a later one of the device or of the container', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      const later = await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(4) })
      for (const assignment of [
        { deviceId: 'd1', containerId: 'c2', from: at(1) },
        { deviceId: 'd2', containerId: 'c1', from: at(1) },
      ])
        await expect(devices.assign(assignment)).rejects.toThrow(
          'from 2026-11-23T13:00:00.000Z is too early: device d1 is in container c1 from 2026-11-23T16:00:00.000Z',
        )
      expect(await devices.assignments()).toEqual([later])
    })

    it('needs a device and a container that are registered', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      for (const [deviceId, containerId] of [
        ['d1', 'nowhere'],
        ['nobody', 'c1'],
      ] as const)
        await expect(devices.assign({ deviceId, containerId, from: 0 })).rejects.toMatchObject({
          code: 'UNKNOWN_ID',
        })
    })

    it('touches the container entered and the one left', async () => {
      await using opened = await withFleet()
      const { devices, touched } = opened.registry
      await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(0) })
      await touched.settle(await touched.claim(9, NOON))
      await devices.assign({ deviceId: 'd1', containerId: 'c2', from: at(2) })
      const claimed = await touched.claim(9, NOON)
      expect(claimed.map(({ containerId, since }) => [containerId, since])).toEqual([
        ['c1', at(2)],
        ['c2', at(2)],
      ])
    })

    it('ends when the device is taken out, but not before it began', async () => {
      await using opened = await withFleet()
      const { devices } = opened.registry
      await devices.unassign('d1', at(1))
      await devices.assign({ deviceId: 'd1', containerId: 'c1', from: at(2) })
      await expect(devices.unassign('d1', at(1))).rejects.toMatchObject({
        code: 'ASSIGNMENT_CONFLICT',
      })
      await devices.unassign('d1', at(3))
      await devices.unassign('d1', at(4))
      expect(await devices.assignments()).toMatchObject([{ from: at(2), to: at(3) }])
    })
  })
}
