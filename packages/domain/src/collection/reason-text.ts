// The sentence of a reason, in the reader's language. Numbers come from the evidence.
import type { Reason } from './reason.ts'
import { fillIn, sentenceFor, type TextContext } from './sentence.ts'
import { sentencesIn } from './sentences/index.ts'
import type { Language } from './sentences/sentences.ts'

/** One plain sentence that says why, with the numbers that the evidence has. */
export function reasonText(reason: Reason, language: Language, context: TextContext): string {
  const { reasons, words } = sentencesIn[language]
  const sentence = sentenceFor(reasons, reason.code, reason.evidence)
  return fillIn(sentence, reason.evidence, words, language, context)
}
