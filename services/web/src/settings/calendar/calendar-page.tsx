// On which days runs leave, and which drivers are away.
import type { Calendar } from '@bakwacht/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useMay } from '../../api/may.ts'
import { merged } from '../../api/merged.ts'
import { calendarQuery, depotsQuery } from '../../api/queries.ts'
import { ChangedMeanwhile, refuseChanged, replace } from '../../api/replace.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { refusal } from '../../parts/refusal.ts'
import { Status, Waiting } from '../../parts/status.tsx'
import { useUnsaved } from '../use-unsaved.ts'
import { AbsenceList } from './absence-list.tsx'
import { ClosedDays } from './closed-days.tsx'
import { WorkingDays } from './working-days.tsx'
import './calendar.css'

export default function CalendarPage() {
  const stored = useQuery(calendarQuery)
  return (
    <>
      <h1>{words().settings.calendar.title}</h1>
      {stored.data && <CalendarForm stored={stored.data} />}
      {!stored.data && (stored.isError ? <Failed again={stored.refetch} /> : <Waiting />)}
    </>
  )
}

interface Edit {
  /** What it was made of. */
  readonly base: Calendar
  readonly calendar: Calendar
}

function CalendarForm({ stored }: { readonly stored: Calendar }) {
  const said = words().settings
  const mayChange = useMay('planner')
  const depots = useQuery(depotsQuery)
  const client = useQueryClient()
  const [edit, keep] = useUnsaved<Edit>('calendar')
  const { base, calendar } = edit ?? { base: stored, calendar: stored }
  const save = useMutation({
    mutationFn: (sent: Edit) =>
      replace<Calendar>('/calendar', (now) => {
        refuseChanged(sent.base, now)
        return sent.calendar
      }),
    onSuccess: (saved, sent) => {
      void client.cancelQueries({ queryKey: calendarQuery.queryKey })
      client.setQueryData(calendarQuery.queryKey, saved)
      // What was changed while it was on its way is yet to be saved.
      keep((now) =>
        now && now !== sent
          ? { base: saved, calendar: merged(sent.calendar, now.calendar, saved) }
          : undefined,
      )
    },
    onError: (error) => {
      if (!(error instanceof ChangedMeanwhile)) return
      const { theirs } = error
      client.setQueryData(calendarQuery.queryKey, theirs)
      keep((now) => now && { base: theirs, calendar: merged(now.base, now.calendar, theirs) })
    },
  })
  const change = (part: Partial<Calendar>) => {
    if (!save.isPending) save.reset()
    keep(() => ({ base, calendar: { ...calendar, ...part } }))
  }
  const labels: Readonly<Record<string, string>> = {
    working_days: said.calendar.workingDays,
    closed: said.calendar.closed,
    driver_absence: said.calendar.absence,
  } satisfies Record<keyof Calendar, string>
  const discard = () => {
    save.reset()
    keep(() => undefined)
  }
  return (
    <form
      className="calendar"
      onSubmit={(event) => {
        event.preventDefault()
        if (edit !== undefined) save.mutate(edit)
      }}
    >
      <p>
        {mayChange ? said.calendar.intro : said.onlyPlanners}{' '}
        <Link href="/register/vehicles">{said.calendar.vehicles}</Link>
      </p>
      <fieldset disabled={!mayChange}>
        <WorkingDays
          days={calendar.working_days}
          onChange={(working_days) => change({ working_days })}
        />
        <ClosedDays
          closed={calendar.closed}
          depots={depots.data ?? []}
          onChange={(closed) => change({ closed })}
        />
        <AbsenceList
          absences={calendar.driver_absence}
          onChange={(driver_absence) => change({ driver_absence })}
        />
      </fieldset>
      {mayChange && (
        <p className="choices">
          <button type="submit" className="main" disabled={edit === undefined || save.isPending}>
            {save.isPending ? words().parts.saving : words().parts.save}
          </button>
          {edit !== undefined && (
            <button type="button" disabled={save.isPending} onClick={discard}>
              {said.discard}
            </button>
          )}
        </p>
      )}
      <Status
        done={save.isSuccess ? words().parts.saved : undefined}
        fault={refusal(save.error, (part) => labels[part] ?? part)}
      />
    </form>
  )
}
