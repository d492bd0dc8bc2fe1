import { useMutation } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { words } from '../language/words.ts'

export function SignOut() {
  const said = words().shell
  const leave = useMutation({
    mutationFn: () => ask('/session', { method: 'DELETE' }),
    onSuccess: () => location.assign('/'),
  })
  return (
    <>
      <span role="alert">{leave.isError && said.notReached}</span>
      <button type="button" onClick={() => leave.mutate()}>
        {said.signOut}
      </button>
    </>
  )
}
