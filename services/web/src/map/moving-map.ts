// A map that a processor draws has no time for all its pixels while it moves: it is drawn in fewer then,
// and sharp again as soon as it stands still.
import { Map as LibraryMap } from 'maplibre-gl'
import { onRest } from './at-rest.ts'
import { movingRatio } from './moving-ratio.ts'
import { isDrawnBySoftware } from './software-drawing.ts'

/** No field of the map: the library's constructor calls both before there are any. */
const resizing = new WeakSet<LibraryMap>()

export class MovingMap extends LibraryMap {
  /** @throws Error where the browser has no WebGL */
  constructor(options: ConstructorParameters<typeof LibraryMap>[0]) {
    super(options)
    if (isDrawnBySoftware(this.getCanvas())) this.#drawCoarselyWhileMoving()
  }

  /** A resize, which another ratio is too, ends every movement in the library: the hand would lose its hold. */
  override resize(...given: Parameters<LibraryMap['resize']>): this {
    resizing.add(this)
    super.resize(...given)
    resizing.delete(this)
    return this
  }

  override stop(): this {
    return resizing.has(this) ? this : super.stop()
  }

  #drawCoarselyWhileMoving(): void {
    this.on('movestart', () => {
      if (resizing.has(this) || !this.isMoving()) return
      const { clientWidth: width, clientHeight: height } = this.getContainer()
      const ratio = movingRatio(width, height, devicePixelRatio)
      if (ratio !== this.getPixelRatio()) this.setPixelRatio(ratio)
    })
    onRest(this, () => {
      if (this.getPixelRatio() === devicePixelRatio) return
      this.setPixelRatio(devicePixelRatio)
      // A canvas of another size is empty: it is never shown so.
      this.redraw()
    })
  }
}
