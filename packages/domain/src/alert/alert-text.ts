// The sentence of an alert, in the reader's language. Numbers come from the evidence.
import { fillIn, sentenceFor, type TextContext } from '../collection/sentence.ts'
import { sentencesIn } from '../collection/sentences/index.ts'
import type { Language } from '../collection/sentences/sentences.ts'
import type { AlertEpisode } from './alert.ts'

/** One plain sentence that says what is the matter, with the numbers that the evidence has. */
export function alertText(
  alert: Pick<AlertEpisode, 'kind' | 'evidence'>,
  language: Language,
  context: TextContext,
): string {
  const { alerts, words } = sentencesIn[language]
  const sentence = sentenceFor(alerts, alert.kind, alert.evidence)
  return fillIn(sentence, alert.evidence, words, language, context)
}
