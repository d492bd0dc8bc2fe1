// Where something stands: typed, copied from a map, or where the person stands now.
import type { LonLat } from '@bakwacht/domain'
import { useEffect, useRef, useState } from 'react'
import { words } from '../../language/words.ts'
import { Field } from '../../parts/field.tsx'
import { FromMap } from './from-map.tsx'
import { Nearness } from './nearness.tsx'
import { isShortLink, readPlace, writtenPlace } from './read-place.ts'
import { WhereIStand } from './where-i-stand.tsx'
import './place-field.css'

export interface Point {
  readonly type: 'Point'
  readonly coordinates: [number, number]
}

interface PlaceFieldProps {
  readonly value: Point | null
  readonly onChange: (value: Point | null) => void
}

export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const said = words().register
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const shown = value === null ? '' : writtenPlace(value.coordinates)
  const text = same(readPlace(typed), value) ? typed : shown
  const fault = text !== '' && value === null ? faultOf(text) : ''
  useEffect(() => input.current?.setCustomValidity(fault), [fault])
  const choose = (place: LonLat | undefined) =>
    onChange(place === undefined ? null : { type: 'Point', coordinates: [...place] })
  return (
    <>
      <Field label={said.place} hint={said.placeHint} error={fault === '' ? undefined : fault}>
        {(control) => (
          <input
            {...control}
            ref={input}
            value={text}
            required
            autoComplete="off"
            placeholder="50.8798, 4.7009"
            onChange={({ target }) => {
              setTyped(target.value)
              choose(readPlace(target.value))
            }}
          />
        )}
      </Field>
      <div className="place-ways">
        <FromMap place={value?.coordinates} onPlace={choose} />
        <WhereIStand onPlace={choose} />
      </div>
      {value !== null && <Nearness place={value.coordinates} onPlace={choose} />}
    </>
  )
}

const same = (read: LonLat | undefined, value: Point | null) =>
  value === null ? read === undefined : read?.join() === value.coordinates.join()

const faultOf = (text: string) =>
  isShortLink(text) ? words().register.shortLink : words().register.noPlace
