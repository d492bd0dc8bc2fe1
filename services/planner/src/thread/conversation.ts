// Questions and answers between two threads, each of which asks and is asked.
import type { Ask, Asked } from '@bakwacht/plan-queue'
import type { JobOutcome } from '@bakwacht/registry'

export type Said =
  | { readonly kind: 'question'; readonly id: number; readonly asked: Asked }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'withdrawal'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: JobOutcome }

/** One thread's end. */
export class Conversation {
  readonly #say: (said: Said) => void
  readonly #answer: Ask
  readonly #unanswered = new Map<number, (outcome: JobOutcome) => void>()
  readonly #answering = new Map<number, { gone: AbortController; said: Promise<void> }>()
  #lastId = 0

  /** @param answer what the other thread asks; never rejects */
  constructor({ say, answer }: { readonly say: (said: Said) => void; readonly answer: Ask }) {
    this.#say = say
    this.#answer = answer
  }

  /** One that is withdrawn is answered all the same. */
  readonly ask: Ask = (asked, gone) =>
    new Promise((resolve) => {
      const id = ++this.#lastId
      const withdraw = () => this.#say({ kind: 'withdrawal', id })
      this.#unanswered.set(id, (outcome) => {
        gone?.removeEventListener('abort', withdraw)
        resolve(outcome)
      })
      this.#say({ kind: 'question', id, asked })
      if (gone?.aborted) withdraw()
      else gone?.addEventListener('abort', withdraw)
    })

  hear(said: Said): void {
    switch (said.kind) {
      case 'question': {
        const gone = new AbortController()
        this.#answering.set(said.id, { gone, said: this.#sayAnswer(said, gone.signal) })
        break
      }
      case 'withdrawal':
        this.#answering.get(said.id)?.gone.abort()
        break
      case 'answer':
        this.#unanswered.get(said.id)?.(said.outcome)
        this.#unanswered.delete(said.id)
    }
  }

  /** All that was asked here so far has its answer. */
  async settled(): Promise<void> {
    await Promise.all([...this.#answering.values()].map(({ said }) => said))
  }

  /** The other thread is no more: this is what it answers. */
  end(outcome: JobOutcome): void {
    for (const answered of this.#unanswered.values()) answered(outcome)
    this.#unanswered.clear()
  }

  async #sayAnswer({ id, asked }: Said & { kind: 'question' }, gone: AbortSignal): Promise<void> {
    const outcome = await this.#answer(asked, gone)
    this.#answering.delete(id)
    this.#say({ kind: 'answer', id, outcome })
  }
}
