import { Link } from 'wouter'
import { words } from '../language/words.ts'

export function NoPage() {
  const said = words().shell
  return (
    <>
      <h1>{said.noPage}</h1>
      <p>
        <Link href="/">{said.toToday}</Link>
      </p>
    </>
  )
}
