import { useEffect, useRef, useState } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { codeFrom } from './code-from.ts'
import { makeDetector } from './detector.ts'

/** A hand is steadier than that. */
const LOOK_EVERY_MS = 200

interface ScanProps {
  readonly onCode: (code: string) => void
  readonly onClose: () => void
}

/** The camera's picture, until a code is seen in it. */
export function Scan({ onCode, onClose }: ScanProps) {
  const said = words().devices
  const video = useRef<HTMLVideoElement>(null)
  const [outcome, setOutcome] = useState(said.scanning)
  const seen = useRef(onCode)
  useEffect(() => {
    seen.current = onCode
  })
  useEffect(() => {
    const end = new AbortController()
    look(video.current, end.signal, (text) => {
      const code = codeFrom(text)
      if (code === undefined) setOutcome(said.strangeCode(text.slice(0, 80)))
      else seen.current(code)
    }).catch(() => setOutcome(said.noCamera))
    return () => end.abort()
  }, [said])
  return (
    <Dialog title={said.scan} onClose={onClose}>
      <video ref={video} className="camera" muted playsInline aria-label={said.cameraPicture} />
      <p role="status">{outcome}</p>
    </Dialog>
  )
}

async function look(
  video: HTMLVideoElement | null,
  ended: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (ended.aborted || video === null) return stop()
  ended.addEventListener('abort', stop)
  video.srcObject = stream
  const [detector] = await Promise.all([makeDetector(), video.play()])
  while (!ended.aborted) {
    const [code] = await detector.detect(video)
    if (code !== undefined && !ended.aborted) onText(code.rawValue)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
