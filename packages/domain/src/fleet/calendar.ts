// Days on which nothing is collected, and drivers who are away.

export interface Calendar {
  /** Local dates `YYYY-MM-DD` on which no run leaves (holidays); `depotId` null: everywhere. */
  readonly closed: readonly {
    readonly date: string
    readonly depotId: string | null
    readonly name: string
  }[]
  /** Days of the week on which runs leave, 1 Monday … 7 Sunday. */
  readonly workingDays: readonly number[]
  /** A driver's absence, inclusive local dates: that driver's vehicle stays in unless another driver takes it. */
  readonly driverAbsence: readonly {
    readonly driver: string
    readonly from: string
    readonly to: string
  }[]
}

export const calendarDefaults = {
  closed: [],
  workingDays: [1, 2, 3, 4, 5, 6],
  driverAbsence: [],
} as const satisfies Calendar
