import { words } from '../language/words.ts'

export default function ContainerPage({ id }: { readonly id: string }) {
  return (
    <h1>
      {words().container.title} {id}
    </h1>
  )
}
