import { FirstRun } from '../first-run/first-run.tsx'
import { useFirstRun } from '../first-run/use-first-run.ts'
import { words } from '../language/words.ts'

export default function Desk() {
  const { due, finish } = useFirstRun()
  if (due) return <FirstRun onFinish={finish} />
  return <h1>{words().desk.title}</h1>
}
