import { words } from '../language/words.ts'

export default function Desk() {
  return <h1>{words().desk.title}</h1>
}
