import { words } from '../language/words.ts'

export default function Register() {
  return <h1>{words().register.title}</h1>
}
