import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { ask } from '../api/ask.ts'
import { words } from '../language/words.ts'
import { LanguagePicker } from './top-bar.tsx'

/** Turns a token into a session; the token itself is kept nowhere. */
export function SignIn() {
  const said = words().shell
  const field = useId()
  const client = useQueryClient()
  const signIn = useMutation({
    mutationFn: (token: string) => ask('/session', { method: 'POST', body: { token } }),
    onSuccess: () => client.resetQueries(),
  })
  return (
    <main>
      <form className="sign-in" action={(form) => signIn.mutate(String(form.get('token')).trim())}>
        <h1>Bakwacht</h1>
        <label htmlFor={field}>{said.token}</label>
        <input id={field} name="token" type="password" autoComplete="current-password" required />
        {signIn.isError && (
          <p className="fault" role="alert">
            {said.wrongToken}
          </p>
        )}
        <button type="submit" className="main">
          {said.signIn}
        </button>
        <LanguagePicker />
      </form>
    </main>
  )
}
