import { words } from '../../language/words.ts'
import type { DrivenStop } from '../run/stops.ts'
import { saidWord } from './said-word.ts'

interface LastAnswerProps {
  readonly driven: DrivenStop | undefined
  readonly onChange: (stopId: string) => void
}

/** Gloves tap wrong: the way back to the answer before is always on the screen. */
export function LastAnswer({ driven, onChange }: LastAnswerProps) {
  const said = words().driver
  const { stop, word } = driven ?? {}
  return (
    <div className="last-answer" role="status">
      {stop && word && (
        <>
          {/* Where there is room for two lines alone, the answer is not what is cut off. */}
          <p>
            ✓ {saidWord(word)} · {stop.name}
          </p>
          <button type="button" onClick={() => onChange(stop.id)}>
            {said.change}
          </button>
        </>
      )}
    </div>
  )
}
