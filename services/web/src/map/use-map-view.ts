// One map on one element, drawn anew when the page's light or the ground is another.
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { basemapQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import type { BinCollection } from './bin-features.ts'
import { type Ground, groundOf, plainGround } from './ground.ts'
import { DARK, LIGHT } from './ground-colours.ts'
import { MapView } from './map-view.ts'
import { currentPalette } from './palette.ts'
import { useIsDark } from './use-is-dark.ts'

interface Drawing {
  readonly element: RefObject<HTMLElement | null>
  readonly bins: BinCollection
  readonly onPoint: ((id: string | null) => void) | undefined
}

export interface ShownMap {
  /** Not there before the ground is known. */
  readonly view?: MapView
  readonly attribution?: string | undefined
  /** Everything that is in the picture has been drawn once. */
  readonly drawn?: boolean
  /** This browser draws no map. */
  readonly impossible?: boolean
}

export function useMapView({ element, bins, onPoint }: Drawing): ShownMap {
  const [shown, setShown] = useState<ShownMap>({})
  const basemap = useQuery(basemapQuery)
  const dark = useIsDark()
  const latest = useRef({ bins, onPoint })
  useEffect(() => {
    latest.current = { bins, onPoint }
  })
  useEffect(() => {
    if (basemap.isPending) return
    const colours = dark ? DARK : LIGHT
    const plain = plainGround(colours)
    let view: MapView | undefined
    let gone = false
    const draw = (ground: Ground) => {
      if (gone || element.current === null) return
      view = makeView({
        element: element.current,
        ground,
        plain,
        palette: currentPalette(),
        title: words().map.title,
        bins: latest.current.bins,
        onPoint: (id) => latest.current.onPoint?.(id),
      })
      if (view === undefined) return setShown({ impossible: true, drawn: true })
      const now = { view, attribution: ground.attribution }
      setShown(now)
      void view.drawn.then(() =>
        setShown((shown) => (shown === now ? { ...now, drawn: true } : shown)),
      )
    }
    void groundOf(basemap.data ?? { kind: 'none' }, colours).then(draw, () => draw(plain))
    return () => {
      gone = true
      view?.remove()
    }
  }, [basemap.isPending, basemap.data, dark, element])
  return shown
}

function makeView(options: ConstructorParameters<typeof MapView>[0]): MapView | undefined {
  try {
    return new MapView(options)
  } catch {
    return undefined
  }
}
