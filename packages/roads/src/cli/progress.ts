// A bar for people who wait: on a terminal only, and only for what takes longer than 2 s.
import { type Bar, Presets, SingleBar } from 'cli-progress'

export interface Progress {
  /** @param share done, 0–1 */
  show(share: number, doing: string): void
  end(): void
}

const PATIENCE_MS = 2_000
const STEPS = 1_000

export function progressOn(stream: NodeJS.WriteStream, now: () => number): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  const begun = now()
  let bar: Bar | undefined
  return {
    show(share, doing) {
      if (now() - begun < PATIENCE_MS) return
      bar ??= started(stream)
      bar.update(Math.round(STEPS * share), { doing })
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
