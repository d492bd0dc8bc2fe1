import { Refused } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import { refusal } from '../../parts/refusal.ts'
import { Status } from '../../parts/status.tsx'
import type { TrialRun } from '../trial/use-trial.ts'
import type { Rules } from './use-rules.ts'

interface SaveBarProps {
  readonly rules: Rules
  readonly trial: TrialRun
  /** Brings every field into sight. */
  readonly beforeChecking: () => void
}

/** At the foot of the page while something is not saved; what was done is said there too. */
export function SaveBar({ rules, trial, beforeChecking }: SaveBarProps) {
  const said = words().settings
  const { changes, save, discard } = rules
  const count = Object.keys(changes).length
  return (
    <div className={count > 0 || save.isSuccess ? 'save-bar' : undefined}>
      {count > 0 && (
        <>
          <strong>{said.waiting(count)}</strong>
          <span className="choices">
            <button
              type="button"
              disabled={trial.isPending}
              onClick={({ currentTarget }) => {
                beforeChecking()
                if (currentTarget.form?.reportValidity() === true) trial.start()
              }}
            >
              {said.try}
            </button>
            <button
              type="submit"
              className="main"
              disabled={save.isPending}
              onClick={beforeChecking}
            >
              {save.isPending ? words().parts.saving : words().parts.save}
            </button>
            <button type="button" disabled={save.isPending} onClick={discard}>
              {said.discard}
            </button>
          </span>
        </>
      )}
      <Status
        done={save.isSuccess ? words().parts.saved : undefined}
        fault={isConflict(save.error) ? undefined : refusal(save.error)}
      />
    </div>
  )
}

/** Told by its own note, with what differs. */
const isConflict = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'precondition_failed'
