// A Belgian climate made up by a seed: season, day and night, weather systems that last for days
// (autoregressive noise), clouds, rain that comes in spells, and fog in clear damp nights.
import { humidityOfDewPointPct } from './psychrometrics.ts'
import { chance, exponential, normal, type Random, randomFor } from './random.ts'
import { clearSkyWPerM2 } from './sun.ts'
import { DAY_MS, dayOfYear, HOUR_MS } from './time.ts'
import { type HourOfWeather, interpolated, type Weather } from './weather.ts'

/** Weather from `startAt` on. */
export function generatedWeather(seed: number, startAt: number): Weather {
  const firstHour = Math.floor(startAt / HOUR_MS) - 1
  const nextHour = weatherMaker(randomFor(seed, 'weather'))
  const hours: HourOfWeather[] = []
  return interpolated((hourStart) => {
    const index = Math.max(0, hourStart / HOUR_MS - firstHour)
    for (;;) {
      const known = hours[index]
      if (known !== undefined) return known
      hours.push(nextHour((firstHour + hours.length) * HOUR_MS))
    }
  })
}

function weatherMaker(random: Random): (at: number) => HourOfWeather {
  const airMass = wandering(random, 70)
  const cloudiness = wandering(random, 18)
  const dryness = wandering(random, 30)
  let raining = false

  return (at) => {
    // 0 in late January, 1 in late July.
    const summer = 0.5 - 0.5 * Math.cos((2 * Math.PI * (dayOfYear(at) - 24)) / 365.25)
    const cloud = 1 / (1 + Math.exp(-(0.4 + 1.6 * cloudiness())))
    raining = raining ? !chance(random, 0.28) : chance(random, 0.06 * cloud)
    const rainMmPerH = raining ? exponential(random, 0.9) : 0

    const dayMeanC = 3 + 15 * summer + 3.2 * airMass()
    const swingC = (2 + 4.5 * summer) * (1 - 0.7 * cloud)
    // Warmest at 15 h of the sun's day, which is about 14:40 UTC here.
    const tempC = dayMeanC + swingC * Math.cos(2 * Math.PI * (at / DAY_MS - 14.67 / 24))
    // Air is driest around the end of May.
    const dry = 0.5 + 0.5 * Math.cos((2 * Math.PI * (dayOfYear(at) - 150)) / 365.25)
    const depressionC = Math.max(0.3, 2.4 + 3 * dry + 1.7 * dryness()) * (raining ? 0.4 : 1)
    const rhPct = Math.max(20, humidityOfDewPointPct(tempC, dayMeanC - depressionC))
    const sunWPerM2 = clearSkyWPerM2(at) * (1 - 0.75 * cloud ** 3) * (raining ? 0.4 : 1)
    return { tempC, rhPct, rainMmPerH, sunWPerM2 }
  }
}

/** First-order autoregressive noise of mean 0 and deviation 1 that forgets over so many hours. */
function wandering(random: Random, hours: number): () => number {
  const keep = Math.exp(-1 / hours)
  let value = normal(random)
  return () => {
    value = keep * value + Math.sqrt(1 - keep * keep) * normal(random)
    return value
  }
}
