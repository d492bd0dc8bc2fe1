// The sentence of a statement, in the reader's language. Numbers come from the evidence.
import { reasonText } from '../collection/reason-text.ts'
import { fillIn, sentenceFor, type TextContext } from '../collection/sentence.ts'
import type { Language } from '../collection/sentences/sentences.ts'
import { explainedIn } from './sentences/index.ts'
import type { Statement } from './statement.ts'

/** One plain sentence; where something was decided, followed by the sentence that says why. */
export function statementText(
  { code, evidence, reason }: Statement,
  language: Language,
  context: TextContext,
): string {
  const { statements, words } = explainedIn[language]
  const text = fillIn(sentenceFor(statements, code, evidence), evidence, words, language, context)
  return reason === undefined ? text : `${text} ${reasonText(reason, language, context)}`
}
