// One made-up fleet, from its first reading to the summary.
import { apiClient } from '../backend/api-client.ts'
import { register } from '../backend/register.ts'
import { connectAll } from '../device/connect-all.ts'
import type { Tally } from '../device/tally.ts'
import { Drivers } from '../drivers/drivers.ts'
import { Driving } from '../drivers/driving.ts'
import { anyFleet } from '../fleet/any-fleet.ts'
import type { FleetPlan } from '../fleet/fleet-plan.ts'
import { type Member, memberOf } from '../fleet/member.ts'
import { registrationOf } from '../fleet/registration-of.ts'
import { runFleet } from '../fleet/run-fleet.ts'
import { demoScenario } from '../fleet/scenario.ts'
import { readScenario } from '../fleet/scenario-file.ts'
import { SimulatedClock } from '../fleet/simulated-clock.ts'
import { toldFleet } from '../fleet/told-fleet.ts'
import { TruthFile } from '../truth/truth-file.ts'
import { generatedWeather } from '../world/generated-weather.ts'
import { withRain } from '../world/rain-spell.ts'
import { DAY_MS, HOUR_MS } from '../world/time.ts'
import type { Weather } from '../world/weather.ts'
import type { Environment } from './environment.ts'
import { linesTo } from './lines-to.ts'
import type { FleetOptions } from './options.ts'
import type { Summary } from './summary.ts'
import { readWeather } from './weather-file.ts'

const DRIVERS_LOOK_EVERY_MS = 15_000
/** In real time, however fast the clock runs. */
const DRIVERS_LOOK_AT_MOST_EVERY_MS = 250

export async function simulate(options: FleetOptions, environment: Environment): Promise<Summary> {
  const { wallNow, wallSpeed, signal, progress } = environment
  const endAt = wallNow()
  // A whole hour, so that a run repeated within the hour repeats its readings too.
  const startAt = Math.floor((endAt - options.days * DAY_MS) / HOUR_MS) * HOUR_MS
  const plan = planFleet(options, startAt, endAt)
  const weather = withRain(await weatherOf(options, startAt), plan.rain)

  const secrets = await registered(plan, options, startAt, environment)
  const { tally, line } = linesTo(options, plan.containers.length)
  const truth = options.truth === undefined ? undefined : new TruthFile(options.truth)
  const { seed, reportMs, faults } = options
  const members = plan.containers.map((container) =>
    memberOf(container, {
      ...{ seed, startAt, endAt, weather, reportMs, faults, line, secrets, truth },
    }),
  )
  const connections = members.flatMap(({ connection }) => connection ?? [])
  const driving = driversOf(options, members, environment)
  const began = performance.now()
  try {
    await connectAll(connections, {
      perSecond: options.connectionsPerSecond,
      signal,
      onConnected: (count) => progress.show(count / connections.length, 'devices sign in'),
    })
    const clock = new SimulatedClock({ startAt, speed: options.speed, wallNow, wallSpeed })
    const to = await runFleet({
      ...{ members, clock, tally, signal, once: options.once },
      onTime: (now) =>
        progress.show((now - startAt) / Math.max(1, wallNow() - startAt), timeText(now)),
      onCaughtUp: () => {
        // Not before: whoever empties a bin today has it skip what it still has to say of last week.
        driving?.start()
        void sayCaughtUp(options, connections, tally, environment)
      },
    })
    if (!signal.aborted) await drained(connections, signal)
    await driving?.stop()
    return {
      ...tally.totals,
      devices: connections.length,
      from: startAt,
      to: to === 0 ? startAt : to,
      seconds: (performance.now() - began) / 1000,
      ...(driving && { results: driving.results }),
    }
  } finally {
    await driving?.stop()
    await Promise.all(connections.map((connection) => connection.stop()))
    truth?.close()
  }
}

function planFleet(options: FleetOptions, startAt: number, endAt: number): FleetPlan {
  const { seed, containers, scenario, emptyEveryDays } = options
  if (scenario === undefined) return anyFleet({ seed, containers, startAt, endAt, emptyEveryDays })
  const told = scenario === 'demo' ? demoScenario : readScenario(scenario)
  return toldFleet(told, { seed, containers, startAt, endAt })
}

async function weatherOf({ weather, seed }: FleetOptions, startAt: number): Promise<Weather> {
  return weather === undefined ? generatedWeather(seed, startAt) : readWeather(weather)
}

async function registered(
  plan: FleetPlan,
  options: FleetOptions,
  startAt: number,
  { progress }: Environment,
): Promise<ReadonlyMap<string, string>> {
  if (options.api === undefined) return new Map()
  const { url, token } = options.api
  const wanted = registrationOf(plan, startAt, options.reportMs)
  const things = 1 + Object.values(wanted).reduce((sum, list) => sum + list.length, 0)
  return register(apiClient(url, token), wanted, (count) =>
    progress.show(count / things, 'registering'),
  )
}

/** Drivers for the fleet, when asked for. They wait for `start`. */
function driversOf(
  options: FleetOptions,
  members: readonly Member[],
  { wallNow, wallSpeed, warn }: Environment,
): Driving | undefined {
  if (!options.drivers || options.api === undefined) return undefined
  const bins = new Map(members.map(({ bin }) => [bin.id, bin]))
  return new Driving({
    drivers: new Drivers({
      api: apiClient(options.api.url, options.api.token),
      seed: options.seed,
      binOf: (containerId) => bins.get(containerId),
    }),
    everyMs: Math.max(DRIVERS_LOOK_EVERY_MS / wallSpeed, DRIVERS_LOOK_AT_MOST_EVERY_MS),
    now: wallNow,
    onTrouble: (error) => warn(`drivers: ${error instanceof Error ? error.message : error}`),
  })
}

async function sayCaughtUp(
  { json }: FleetOptions,
  connections: readonly { drained(): Promise<void> }[],
  tally: Tally,
  { signal, progress, say }: Environment,
): Promise<void> {
  await drained(connections, signal)
  if (signal.aborted) return
  progress.end()
  const { readingsSent } = tally.totals
  say(
    json
      ? JSON.stringify({ caught_up: true, readings_sent: readingsSent })
      : `Caught up: ${readingsSent} readings acknowledged. Going on live until Ctrl-C.`,
  )
}

/** Until all is acknowledged, or somebody loses patience. */
async function drained(
  connections: readonly { drained(): Promise<void> }[],
  signal: AbortSignal,
): Promise<void> {
  const aborted = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  )
  await Promise.race([Promise.all(connections.map((each) => each.drained())), aborted])
}

const timeText = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
