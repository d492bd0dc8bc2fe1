// A picture for the map, drawn here instead of loaded.

export interface Drawn {
  readonly data: ImageData
  readonly pixelRatio: number
}

export type Pen = OffscreenCanvasRenderingContext2D

/** A square of so many CSS pixels. @throws Error where the browser draws on no canvas */
export function draw(px: number, pixelRatio: number, paint: (pen: Pen) => void): Drawn {
  const size = Math.ceil(px * pixelRatio)
  const pen = new OffscreenCanvas(size, size).getContext('2d')
  if (pen === null) throw new Error('this browser draws on no canvas')
  pen.scale(pixelRatio, pixelRatio)
  paint(pen)
  return { data: pen.getImageData(0, 0, size, size), pixelRatio }
}

export function write(pen: Pen, what: string, x: number, y: number, px: number): void {
  pen.font = `600 ${px}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(what, x, y)
}
