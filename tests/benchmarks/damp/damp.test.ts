import { settingsDefaults } from '@bakwacht/domain'
import { sharedData } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { livedYear } from './fleet-year.ts'
import { foldBin, judgeBin } from './judge-fleet.ts'
import { score } from './score.ts'
import { readRecordedYear } from './weather.ts'

const deBilt = sharedData('weather/nl_de_bilt_knmi260_2000_hourly.csv')

test.skipIf(deBilt === undefined)(
  'in a recorded year weather sends a truck on under 1 % of bin-days, and 95 % of leaks are known within a day',
  { timeout: 60_000 },
  () => {
    const year = readRecordedYear(deBilt ?? '')
    const fleet = { bins: 10, leaksM2: [0.05, 0.1, 0.2, 0.3], wetBagShare: 0, rhOffsetPct: 2 }
    const bins = livedYear(year, { ...fleet, seed: 7 })
    const folded = bins.map((bin) => foldBin(bin, settingsDefaults))
    for (const around of [
      { neighbours: true, feed: undefined },
      { neighbours: false, feed: year.feed },
    ]) {
      const scores = bins.map((bin, index) =>
        score(bin, judgeBin(index, folded, around, settingsDefaults)),
      )
      const total = (value: (each: (typeof scores)[number]) => number) =>
        scores.reduce((sum, each) => sum + value(each), 0)
      const leaks = scores.flatMap((each) => each.leaks)
      expect(leaks.length).toBeGreaterThan(30)
      expect(total((each) => each.dryBinDays)).toBeGreaterThan(3000)
      expect(total((each) => each.falseBinDays) / total((each) => each.dryBinDays)).toBeLessThan(
        0.01,
      )
      expect(leaks.filter(({ known }) => known).length / leaks.length).toBeGreaterThanOrEqual(0.95)
    }
  },
)
