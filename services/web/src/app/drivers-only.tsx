import { words } from '../language/words.ts'
import { SignOut } from './sign-out.tsx'

/** For a driver who came to the desk: what is for them comes by a link. */
export function DriversOnly() {
  const said = words().shell
  return (
    <main className="door">
      <h1>Bakwacht</h1>
      <p>{said.driversOnly}</p>
      <SignOut />
    </main>
  )
}
