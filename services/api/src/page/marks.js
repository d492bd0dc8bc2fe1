// The marks of the design: a shape for each state, so that colour is never alone.
import { svg } from './element.js'
import { words } from './words.js'

let clips = 0

/** @param bin `{mark, fill_pct, damp}` */
export function markOf({ mark, fill_pct: pct, damp }) {
  const wet = damp === 'damp' || damp === 'water_ingress'
  const label = wet ? `${words[mark]}, ${words.damp}` : words[mark]
  const shape = svg(
    'svg',
    { viewBox: '0 0 36 36', class: `mark ${mark}`, role: 'img', 'aria-label': label },
    svg('title', {}, label),
    ...SHAPES[mark](pct ?? 0),
  )
  if (wet) shape.append(drop())
  return shape
}

/** A sample for the legend. */
export const dampMark = () =>
  svg('svg', { viewBox: '22 -1 16 16', class: 'mark', 'aria-hidden': 'true' }, drop())

const SHAPES = {
  alarm: () => [
    svg('path', { class: 'triangle', d: 'M18 2 35 33H1Z' }),
    svg('text', { x: 18, y: 29 }, '!'),
  ],
  must: (pct) => [
    svg('circle', { cx: 18, cy: 18, r: 17 }),
    svg('text', { x: 18, y: 22 }, pct > 0 ? `${Math.min(Math.round(pct), 100)}` : ''),
  ],
  may: (pct) => levelled(pct, 15),
  fine: (pct) => levelled(pct, 14),
  unknown: () => [
    svg('circle', { class: 'ring', cx: 18, cy: 18, r: 15 }),
    svg('text', { x: 18, y: 22 }, '?'),
  ],
  retired: () => [svg('path', { d: 'M12 12 24 24M24 12 12 24' })],
}

/** A ring, filled from below to its level. */
function levelled(pct, r) {
  const id = `level-${++clips}`
  const height = (2 * r * Math.min(Math.max(pct, 0), 100)) / 100
  return [
    svg('clipPath', { id }, svg('rect', { x: 0, y: 18 + r - height, width: 36, height })),
    svg('circle', { class: 'level', cx: 18, cy: 18, r, 'clip-path': `url(#${id})` }),
    svg('circle', { class: 'ring', cx: 18, cy: 18, r }),
  ]
}

const drop = () =>
  svg('path', { class: 'drop', d: 'M30 0c3.2 4 5 6 5 8.5a5 5 0 0 1-10 0c0-2.5 1.8-4.5 5-8.5Z' })
