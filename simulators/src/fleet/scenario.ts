// A scenario says how some of the bins shall stand when the past ends: full, leaking, silent, …
// All times count back from that end, so it tells the same whenever it is played.

export interface Scenario {
  readonly rain: readonly RainStory[]
  readonly stories: readonly BinStory[]
  /** All bins that no story is about. */
  readonly others: BinStory
}

export interface RainStory {
  readonly hours_before_end: number
  readonly hours: number
  readonly mm_per_h: number
}

/** A number, or a range to draw from. */
export type NumberOrRange = number | readonly [low: number, high: number]

export interface BinStory {
  /** How many bins it is about. */
  readonly count?: number
  /** What people bring from the last emptying to the end; beyond 100 they find no room. */
  readonly fill_pct: NumberOrRange
  readonly emptied_days_ago: NumberOrRange
  /** Roof area that drains into the bin. */
  readonly leak_m2?: number
  readonly bags?: readonly BagStory[]
  readonly silent_days?: number
  readonly no_echo_days?: number
  readonly low_battery?: boolean
  readonly no_sensor?: boolean
  readonly access?: { readonly days: readonly number[]; readonly from: string; readonly to: string }
}

/** Bags that come all at once. */
export interface BagStory {
  readonly hours_before_end: number
  readonly count: number
  readonly wet?: boolean
}

const SCHOOL_HOURS = { days: [1, 2, 3, 4, 5], from: '07:00', to: '15:30' }
const PARK_HOURS = { days: [1, 2, 3, 4, 5, 6], from: '08:30', to: '16:30' }

/** The demo: something of everything that a planner meets in a fortnight, most of it in order. */
export const demoScenario: Scenario = {
  rain: [
    { hours_before_end: 62, hours: 5, mm_per_h: 2.5 },
    { hours_before_end: 36, hours: 4, mm_per_h: 3 },
  ],
  stories: [
    { count: 5, fill_pct: [125, 145], emptied_days_ago: [10, 13] },
    { fill_pct: 130, emptied_days_ago: 12, access: SCHOOL_HOURS },
    {
      fill_pct: 40,
      emptied_days_ago: 9,
      bags: [
        { hours_before_end: 30, count: 25 },
        { hours_before_end: 28, count: 25 },
      ],
    },
    { count: 5, fill_pct: [48, 62], emptied_days_ago: [7, 11] },
    { fill_pct: 45, emptied_days_ago: 8, leak_m2: 0.3 },
    { fill_pct: 35, emptied_days_ago: 6, bags: [{ hours_before_end: 44, count: 2, wet: true }] },
    { fill_pct: 30, emptied_days_ago: 7, silent_days: 3 },
    { fill_pct: 30, emptied_days_ago: 6, no_echo_days: 4 },
    { fill_pct: 25, emptied_days_ago: 6, low_battery: true },
    { fill_pct: 20, emptied_days_ago: 4, no_sensor: true },
    { fill_pct: 110, emptied_days_ago: 24, no_sensor: true },
    { fill_pct: 5, emptied_days_ago: 1 },
    { fill_pct: 25, emptied_days_ago: 5, access: PARK_HOURS },
  ],
  others: { fill_pct: [8, 36], emptied_days_ago: [3, 9] },
}
