// What reads codes from pictures: the browser's own where it has one (QR, Data Matrix, bar codes),
// else a QR reader in plain script; neither needs a network.
export interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

interface NativeDetector {
  new (): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

export async function makeDetector(): Promise<Detector> {
  const native = (globalThis as { readonly BarcodeDetector?: NativeDetector }).BarcodeDetector
  // Some browsers have the name without anything behind it.
  if (native !== undefined && (await native.getSupportedFormats()).includes('qr_code'))
    return new native()
  const { BarcodeDetector } = await import('qr/decode.js')
  return new BarcodeDetector()
}

/** Cameras are given to pages on https and on this machine alone. */
export const hasCamera = (): boolean =>
  window.isSecureContext && navigator.mediaDevices?.getUserMedia !== undefined
