import type { Stop } from '@bakwacht/api/contract'
import { useState } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { linkTo, MAP_APPS, rememberApp, rememberedApp } from '../run/navigation.ts'
import { Pictogram } from './pictogram.tsx'

/** Opens the map app that was chosen once; the first time, and on wish, it asks which. */
export function Navigate({ stop }: { readonly stop: Stop }) {
  const said = words().driver
  const [app, setApp] = useState(rememberedApp)
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="navigate">
      {app === undefined ? (
        <button type="button" onClick={() => setChoosing(true)}>
          <Pictogram name="navigate" />
          {said.navigate}
        </button>
      ) : (
        <>
          <a className="as-button" href={linkTo(app, stop)} target="_blank" rel="noreferrer">
            <Pictogram name="navigate" />
            {said.navigate}
          </a>
          <button type="button" aria-label={said.otherApp} onClick={() => setChoosing(true)}>
            …
          </button>
        </>
      )}
      {choosing && (
        <Dialog title={said.chooseApp} onClose={() => setChoosing(false)}>
          <ul className="choices-list">
            {MAP_APPS.map((one) => (
              <li key={one}>
                <a
                  className="as-button"
                  href={linkTo(one, stop)}
                  target="_blank"
                  rel="noreferrer"
                  onClick={() => {
                    rememberApp(one)
                    setApp(one)
                    setChoosing(false)
                  }}
                >
                  {said.apps[one]}
                </a>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  )
}
