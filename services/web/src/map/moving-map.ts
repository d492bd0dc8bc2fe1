// A map that a processor draws has no time for all its pixels while it moves: it is drawn in fewer then,
// and sharp again as soon as it stands still.
import { Map as LibraryMap } from 'maplibre-gl'
import { onRest } from './at-rest.ts'
import { movingRatio } from './moving-ratio.ts'
import { isDrawnBySoftware } from './software-drawing.ts'

/** Whose ratio is being changed. No field of the map: the library's constructor calls `stop` before there are any. */
const changing = new WeakSet<LibraryMap>()

export class MovingMap extends LibraryMap {
  /** @throws Error where the browser has no WebGL */
  constructor(options: ConstructorParameters<typeof LibraryMap>[0]) {
    super(options)
    if (isDrawnBySoftware(this.getCanvas())) this.#drawCoarselyWhileMoving()
  }

  /** Another ratio is a resize to the library, which ends every movement: the hand would lose its hold. */
  override setPixelRatio(ratio: number): void {
    changing.add(this)
    super.setPixelRatio(ratio)
    changing.delete(this)
  }

  override stop(): this {
    return changing.has(this) ? this : super.stop()
  }

  #drawCoarselyWhileMoving(): void {
    this.on('movestart', () => {
      if (changing.has(this) || !this.isMoving()) return
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
