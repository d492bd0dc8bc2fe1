import { words } from '../language/words.ts'

export default function Settings() {
  return <h1>{words().settings.title}</h1>
}
