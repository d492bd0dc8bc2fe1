// What we say ourselves: each word is under way until the broker acknowledges it, or we leave. mqtt.js keeps a
// word for the next connection, and answers nobody when there is none any more.
import type { MqttClient } from 'mqtt'

export interface WordsUnderWay {
  /** Resolves when the broker has acknowledged it. @throws Error when we have left before that */
  say(...word: Parameters<MqttClient['publishAsync']>): Promise<void>
  /** How many wait for their acknowledgement. */
  readonly count: number
  /** Nobody will acknowledge any of them now. */
  giveUp(): void
}

export function wordsUnderWay(client: MqttClient): WordsUnderWay {
  const waiting = new Set<(error: Error) => void>()
  return {
    say: (...word) =>
      new Promise<void>((resolve, reject) => {
        waiting.add(reject)
        client
          .publishAsync(...word)
          .then(() => resolve(), reject)
          .finally(() => waiting.delete(reject))
      }),
    get count() {
      return waiting.size
    },
    giveUp() {
      for (const reject of waiting)
        reject(new Error('left before the broker had acknowledged what was said'))
      waiting.clear()
    },
  }
}
