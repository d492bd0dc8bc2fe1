import { words } from '../../language/words.ts'
import type { Drive, Picture } from '../run/drive.ts'

interface NoticesProps {
  readonly drive: Drive
  readonly picture: Picture
}

/** What the driver has to know before going on. */
export function Notices({ drive, picture: { changed, keeps } }: NoticesProps) {
  const said = words().driver
  return (
    <div className="notices" aria-live="polite">
      {changed && (
        <div className="notice">
          <p>{said.changed}</p>
          <button type="button" onClick={drive.seenChange}>
            {said.changedOk}
          </button>
        </div>
      )}
      {keeps !== 'lasting' && <p className="notice">{said.keeps[keeps]}</p>}
    </div>
  )
}
