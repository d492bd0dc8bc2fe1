import { expect, test } from 'vitest'
import { addCounterMetrics } from './counter-metrics.ts'
import { createMetrics } from './metrics.ts'

test('a part’s counters are read anew at each scrape, those that go down as gauges', async () => {
  const metrics = createMetrics()
  let counters = { alertsRaised: 1, connections: 5 }
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_part',
    about: 'In the part',
    read: () => counters,
    gauges: ['connections'],
  })
  const lines = async () =>
    (await metrics.scrape()).text.split('\n').filter((line) => line.includes('bakwacht_part'))
  expect(await lines()).toEqual([
    '# HELP bakwacht_part_alerts_raised_total In the part: alerts raised.',
    '# TYPE bakwacht_part_alerts_raised_total counter',
    'bakwacht_part_alerts_raised_total 1',
    '# HELP bakwacht_part_connections In the part: connections.',
    '# TYPE bakwacht_part_connections gauge',
    'bakwacht_part_connections 5',
  ])
  counters = { alertsRaised: 3, connections: 2 }
  expect(await lines()).toContain('bakwacht_part_alerts_raised_total 3')
  expect(await lines()).toContain('bakwacht_part_connections 2')
})
