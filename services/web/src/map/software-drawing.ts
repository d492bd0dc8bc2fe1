// Whether a processor does the work of a graphics card: then every pixel of a picture costs time.

/** SwiftShader of Chromium, llvmpipe and softpipe of Mesa, Microsoft's Basic Render Driver, Apple's renderer. */
const PROCESSORS = /swiftshader|llvmpipe|softpipe|basic render|software/i

/** @param renderer as WebGL names it */
export const isProcessor = (renderer: string): boolean => PROCESSORS.test(renderer)

/** @param canvas that is drawn on with WebGL 2 already */
export function isDrawnBySoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext('webgl2')
  if (gl === null) return false
  // Firefox names it without being asked for the extension, and warns of that one.
  const asked = gl.getParameter(gl.RENDERER) as string
  const named = gl.getExtension('WEBGL_debug_renderer_info')
  return isProcessor(`${asked} ${named ? gl.getParameter(named.UNMASKED_RENDERER_WEBGL) : ''}`)
}
