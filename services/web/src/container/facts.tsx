// The four things that one wants to know first, in large figures.
import type { ContainerState } from '@bakwacht/api/contract'
import type { ReactNode } from 'react'
import { dayOf, degrees, fillLevel, moment, percent, shortDay, weight } from '../language/format.ts'
import { words } from '../language/words.ts'

export function Facts({ state }: { readonly state: ContainerState }) {
  const said = words().container.facts
  return (
    <dl className="facts">
      <Fact name={said.level} {...levelOf(state)} />
      <Fact name={said.full} {...fullOf(state)} />
      <Fact name={said.emptied} {...emptiedOf(state)} />
      <Fact name={said.air} {...airOf(state)} />
    </dl>
  )
}

interface Told {
  readonly value: string
  readonly detail?: ReactNode
}

const Fact = ({ name, value, detail }: Told & { readonly name: string }) => (
  <div>
    <dt className="quiet">{name}</dt>
    <dd>
      <strong>{value}</strong>
      {detail !== undefined && <span className="quiet">{detail}</span>}
    </dd>
  </div>
)

function levelOf({ fill, kg }: ContainerState): Told {
  const said = words().container.facts
  if (fill === null) return { value: said.unknown }
  const level = fillLevel(fill.pct)
  return {
    value: fill.source === 'estimate' ? said.about(level) : level,
    detail: [
      ...(fill.source === 'estimate' ? [said.estimated] : []),
      ...(kg === null ? [] : [said.kg(weight(kg.kg))]),
    ].join(' · '),
  }
}

/** "About Thursday, between Wednesday and Saturday." */
function fullOf({ fill, forecast }: ContainerState): Told {
  const said = words().container.facts
  if (fill !== null && fill.pct >= 100) return { value: said.now }
  if (forecast?.full_at == null) return { value: fill === null ? said.unknown : said.farOff }
  const { full_at: at, full_early_at: early, full_late_at: late } = forecast
  const value = said.aboutDay(dayOf(at))
  if (early === null) return { value }
  const detail =
    late === null ? said.notBefore(dayOf(early)) : said.between(dayOf(early), dayOf(late))
  return { value, detail }
}

function emptiedOf({ last_emptied_at: at, emptied }: ContainerState): Told {
  const said = words().container.facts
  if (at === null) return { value: said.never }
  const before = emptied.findLast((one) => one.at === at)?.before_pct
  const detail = before == null ? moment(at) : said.itWas(moment(at), percent(before))
  return { value: shortDay(at), detail }
}

function airOf({ damp, latest }: ContainerState): Told {
  const words_ = words().container
  if (damp === null || latest?.temp_c == null) return { value: words_.facts.unknown }
  const { temp_c: temp, rh_pct: rh } = latest
  return {
    value: words_.damp[damp.level],
    detail: [degrees(temp), ...(rh === null ? [] : [words_.facts.humidity(percent(rh))])].join(
      ' · ',
    ),
  }
}
