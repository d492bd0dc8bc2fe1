// One run on paper, for who drives without a phone.
import type { Run } from '@bakwacht/api/contract'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { clock, dayName, weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import './run-paper.css'

interface RunPaperProps {
  readonly run: Run
  readonly name: string
  readonly onPrinted: () => void
}

/** Prints itself when it comes onto the page; on a screen it is not seen. */
export function RunPaper({ run, name, onPrinted }: RunPaperProps) {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted)
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  return createPortal(<Sheet run={run} name={name} />, document.body)
}

function Sheet({ run, name }: Pick<RunPaperProps, 'run' | 'name'>) {
  const { desk } = words()
  const said = desk.print
  return (
    <section className="paper">
      <h1>{said.heading(name, dayName(run.date))}</h1>
      <p>
        {clock(run.departure)}–{clock(run.arrival)}
        {run.pause && ` · ${desk.run.pause(clock(run.pause.from), clock(run.pause.to))}`} ·{' '}
        {desk.run.driver}: {run.driver ?? '……………………'}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.stop}</th>
            <th scope="col">{said.time}</th>
            <th scope="col">{said.bin}</th>
            <th scope="col">{said.why}</th>
            <th scope="col">{said.load}</th>
            <th scope="col">{said.done}</th>
          </tr>
        </thead>
        <tbody>
          {run.stops.map((stop) => (
            <tr key={stop.id}>
              <td className="number">{stop.seq}</td>
              <td>{clock(stop.arrival)}</td>
              <td>{stop.name}</td>
              <td>{stop.reason.text}</td>
              <td className="number">{weight(stop.expected_kg)}</td>
              <td>☐ ………</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
