import type { Calendar } from '@bakwacht/domain'
import { dateSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema } from './id.ts'
import { textSchema } from './text.ts'

export const calendarSchema = z
  .strictObject({
    closed: z
      .array(
        z.strictObject({
          date: dateSchema,
          depot_id: idSchema.nullable().default(null).describe('null: everywhere.'),
          name: textSchema(200).default(''),
        }),
      )
      .max(5000)
      .default([])
      .describe('Days on which no run leaves.'),
    working_days: z
      .array(z.int().min(1).max(7))
      .max(7)
      .default([1, 2, 3, 4, 5, 6])
      .describe('Days of the week on which runs leave, 1 Monday … 7 Sunday.'),
    driver_absence: z
      .array(
        z
          .strictObject({ driver: textSchema(200).trim().min(1), from: dateSchema, to: dateSchema })
          .refine(({ from, to }) => from <= to, 'an absence whose `from` is not after its `to`'),
      )
      .max(5000)
      .default([])
      .describe('Both days included.'),
  })
  .meta({
    id: 'Calendar',
    examples: [
      {
        closed: [{ date: '2026-12-25', depot_id: null, name: 'Christmas' }],
        working_days: [1, 2, 3, 4, 5],
        driver_absence: [{ driver: 'Noor', from: '2026-11-23', to: '2026-11-27' }],
      },
    ],
  })

export const calendarToWire = (calendar: Calendar) => ({
  closed: calendar.closed.map(({ date, depotId, name }) => ({ date, depot_id: depotId, name })),
  working_days: [...calendar.workingDays],
  driver_absence: calendar.driverAbsence.map(({ driver, from, to }) => ({ driver, from, to })),
})

export const calendarFromWire = (wire: z.output<typeof calendarSchema>): Calendar => ({
  closed: wire.closed.map(({ date, depot_id, name }) => ({ date, depotId: depot_id, name })),
  workingDays: wire.working_days,
  driverAbsence: wire.driver_absence,
})
