// A bar for people who wait: on a terminal only, and only for what takes longer than 2 s.
import { type Bar, Presets, SingleBar } from 'cli-progress'

export interface Progress {
  show(progress: { readonly share: number; readonly bestCost: number }): void
  end(): void
}

const PATIENCE_MS = 2_000

export function progressOn(stream: NodeJS.WriteStream, now: () => number): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  const begun = now()
  let bar: Bar | undefined
  return {
    show({ share, bestCost }) {
      if (now() - begun < PATIENCE_MS) return
      bar ??= started(stream)
      bar.update(Math.round(1_000 * Math.min(1, share)), { best: bestCost.toLocaleString('en') })
    },
    end() {
      bar?.stop()
      bar = undefined
    },
  }
}

function started(stream: NodeJS.WriteStream): Bar {
  const bar = new SingleBar(
    {
      ...{ format: '{bar} {percentage} % | best {best}', stream },
      ...{ clearOnComplete: true, hideCursor: true },
    },
    Presets.shades_classic,
  )
  bar.start(1_000, 0, { best: '' })
  return bar
}
