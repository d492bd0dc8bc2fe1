import { useState } from 'react'
import { words } from '../../language/words.ts'
import { TextField } from '../../parts/text-field.tsx'
import { isId } from '../id-from-name.ts'
import { hasCamera } from './detector.ts'
import { Scan } from './scan.tsx'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (code: string) => void
}

/** A sensor's code: typed, read by a hand scanner (which types), or by the camera. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const said = words().devices
  const [scanning, setScanning] = useState(false)
  const fault = value === '' || isId(value) ? '' : words().register.codeWrong
  return (
    <>
      <TextField
        label={said.code}
        hint={said.codeHint}
        value={value}
        onChange={(text) => onChange(text.trim())}
        required
        maxLength={64}
        fault={fault}
        error={fault === '' ? undefined : fault}
      />
      {hasCamera() && (
        <div className="place-ways">
          <button type="button" onClick={() => setScanning(true)}>
            {said.scan}
          </button>
        </div>
      )}
      {scanning && (
        <Scan
          onCode={(code) => {
            setScanning(false)
            onChange(code)
          }}
          onClose={() => setScanning(false)}
        />
      )}
    </>
  )
}
