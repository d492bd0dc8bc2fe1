import { parseArgs } from 'node:util'
import { UsageError } from '../deployment.ts'

export interface DemoOptions {
  /** End after the plan. */
  readonly once: boolean
  /** The data folder to keep; `undefined`: a temporary one. */
  readonly keep: string | undefined
  readonly seed: number
  /** UTC ms at which the clock starts; `undefined`: the real time. */
  readonly at: number | undefined
  readonly language: 'en' | 'nl' | 'fr' | 'de'
  readonly help: boolean
}

export const DEMO_HELP = `npm run demo [-- OPTIONS]

Sixty made-up containers, two weeks of readings through real MQTT, a plan for the next working
day. Everything runs on this machine; nothing is kept unless you say so. Ctrl-C ends it.

  --once           end after the plan instead of going on live
  --keep DIR       keep the data in DIR (then: BAKWACHT_DATA_DIR=DIR npm start)
  --seed N         another fleet and other weather (default 3)
  --at TIME        pretend that it is TIME, e.g. 2026-10-25T01:30:00+02:00
  --language CODE  en, nl, fr or de (default en)
  --help           this text
`

const LANGUAGES = ['en', 'nl', 'fr', 'de'] as const

/** @throws UsageError naming the option */
export function demoOptions(args: readonly string[]): DemoOptions {
  const { values } = parsed(args)
  const seed = Number(values.seed ?? '3')
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UsageError(`--seed: got ${values.seed}, wanted a whole number`)
  const at = values.at === undefined ? undefined : Date.parse(values.at)
  if (at !== undefined && (Number.isNaN(at) || !/(Z|[+-]\d\d:\d\d)$/.test(values.at ?? '')))
    throw new UsageError(`--at: got ${values.at}, wanted a time such as 2026-10-25T01:30:00+02:00`)
  const language = LANGUAGES.find((code) => code === (values.language ?? 'en'))
  if (language === undefined)
    throw new UsageError(
      `--language: got ${values.language}, wanted one of ${LANGUAGES.join(', ')}`,
    )
  return {
    once: values.once ?? false,
    keep: values.keep,
    seed,
    at,
    language,
    help: values.help ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean' },
        keep: { type: 'string' },
        seed: { type: 'string' },
        at: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${DEMO_HELP}`)
  }
}
