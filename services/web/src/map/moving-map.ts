// A map that a processor draws has no time for all its pixels while it loads or moves: it is drawn in fewer
// then, and sharp as soon as it is there and stands still. Nor has it time to learn while it moves: it rehearses.
import { Map as LibraryMap } from 'maplibre-gl'
import { onRest } from './at-rest.ts'
import { movingRatio } from './moving-ratio.ts'
import { isDrawnBySoftware } from './software-drawing.ts'

/** No field of the map: the library's constructor calls both before there are any. */
const resizing = new WeakSet<LibraryMap>()

/** Pictures in turn in both sizes. Until then a first movement had one in four times that took 70 to 110 ms. */
const REHEARSALS = 6
const BETWEEN_REHEARSALS_MS = 100

export class MovingMap extends LibraryMap {
  /** @throws Error where the browser has no WebGL */
  constructor(options: ConstructorParameters<typeof LibraryMap>[0]) {
    super(options)
    if (!isDrawnBySoftware(this.getCanvas())) return
    this.#drawCoarselyUntilLoaded()
    this.#drawCoarselyWhileMoving()
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

  /** A ground without containers, then some of them: none of these pictures stays. */
  #drawCoarselyUntilLoaded(): void {
    this.#drawCoarsely()
    const look = () => {
      if (!this.isStyleLoaded()) return
      this.off('sourcedata', look)
      // The next picture is due: it is the first that has all of them. In a hand it waits for rest.
      if (!this.isMoving()) this.setPixelRatio(devicePixelRatio)
    }
    this.on('sourcedata', look)
    this.once('idle', () => {
      this.#drawSharply()
      this.#rehearse()
    })
  }

  /** What is done for the first time in another size is compiled then, by the page and by what draws. Nobody sees these pictures. */
  #rehearse(): void {
    let left = REHEARSALS
    const timer = setInterval(() => {
      // In a hand it is no rehearsal any more.
      if (left === 0 || this.isMoving()) return end()
      left--
      this.#drawCoarsely()
      this.redraw()
      this.#drawSharply()
    }, BETWEEN_REHEARSALS_MS)
    const end = () => clearInterval(timer)
    this.on('remove', end)
  }

  #drawCoarselyWhileMoving(): void {
    this.on('movestart', () => {
      if (!resizing.has(this) && this.isMoving()) this.#drawCoarsely()
    })
    onRest(this, () => this.#drawSharply())
  }

  #drawCoarsely(): void {
    const { clientWidth: width, clientHeight: height } = this.getContainer()
    const ratio = movingRatio(width, height, devicePixelRatio)
    if (ratio !== this.getPixelRatio()) this.setPixelRatio(ratio)
  }

  #drawSharply(): void {
    if (this.getPixelRatio() === devicePixelRatio) return
    this.setPixelRatio(devicePixelRatio)
    // A canvas of another size is empty: it is never shown so.
    this.redraw()
  }
}
