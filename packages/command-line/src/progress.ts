// A bar for people who wait: on a terminal only, and only for what takes longer than 2 s.
import { type Bar, Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** @param share done, 0–1 */
  show(share: number, doing: string): void
  end(): void
}

const PATIENCE_MS = 2_000
const BETWEEN_MS = 100
const STEPS = 1_000

export function progressOn(
  stream: NodeJS.WriteStream,
  now: () => number,
  { quiet = false } = {},
): Progress {
  if (quiet || !stream.isTTY) return { show: () => {}, end: () => {} }
  const begun = now()
  let shownAt = 0
  let bar: Bar | undefined
  return {
    show(share, doing) {
      const at = now()
      if (at - begun < PATIENCE_MS || at - shownAt < BETWEEN_MS) return
      shownAt = at
      bar ??= started(stream)
      bar.update(Math.round(STEPS * Math.min(1, share)), { doing })
    },
    end() {
      bar?.stop()
      bar = undefined
    },
  }
}

function started(stream: NodeJS.WriteStream): Bar {
  const bar = new SingleBar(
    { format: '{bar} {percentage} % | {doing}', stream, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  bar.start(STEPS, 0, { doing: '' })
  return bar
}
