// Stretches of time as `[from, to]` in UTC ms, and lists of them in order and apart.
import { type AccessWindow, addDays, instantOf, weekdayOf } from '@bakwacht/domain'

export type Span = readonly [from: number, to: number]

export const ALWAYS: readonly Span[] = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]]

/** From one clock time to another on a local date; past midnight when `to` is not after `from`. */
export function spanOn(
  date: string,
  hours: { readonly from: string; readonly to: string },
  timezone: string,
): Span {
  const until = hours.to > hours.from ? date : addDays(date, 1)
  return [instantOf(date, hours.from, timezone), instantOf(until, hours.to, timezone)]
}

/** When a place may be visited on this date (and in the nights around it); no windows: always. */
export function accessOn(
  access: readonly AccessWindow[],
  date: string,
  timezone: string,
): readonly Span[] {
  if (access.length === 0) return ALWAYS
  const dates = [addDays(date, -1), date, addDays(date, 1)]
  return inOrder(
    dates.flatMap((day) =>
      access
        .filter(({ days }) => days.includes(weekdayOf(day)))
        .map((window) => spanOn(day, window, timezone)),
    ),
  )
}

/** Sorted, with those that touch or overlap made one. */
export function inOrder(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = []
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last !== undefined && span[0] <= last[1])
      apart[apart.length - 1] = [last[0], Math.max(last[1], span[1])]
    else apart.push(span)
  }
  return apart
}

export const intersect = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a.flatMap(([from, to]) =>
    b
      .map((other): Span => [Math.max(from, other[0]), Math.min(to, other[1])])
      .filter(([begin, end]) => begin < end),
  )

/** What is left of `span` outside all of `taken`. */
export function subtract(span: Span, taken: readonly Span[]): readonly Span[] {
  let free: Span[] = [span]
  for (const [from, to] of taken)
    free = free.flatMap(([begin, end]) => {
      if (to <= begin || from >= end) return [[begin, end] as const]
      const before: Span = [begin, from]
      const after: Span = [to, end]
      return [before, after].filter((part) => lengthOf(part) > 0)
    })
  return free
}

export const lengthOf = ([from, to]: Span): number => to - from

/** Windows for a service that must also end within: when it may begin. */
export const beginWindows = (windows: readonly Span[], serviceMs: number): readonly Span[] =>
  windows.map(([from, to]): Span => [from, to - serviceMs]).filter(([from, to]) => from <= to)
