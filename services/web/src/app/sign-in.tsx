import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId } from 'react'
import { ask, Refused } from '../api/ask.ts'
import { words } from '../language/words.ts'
import { LanguagePicker } from './top-bar.tsx'

/** Turns a code into a session; the code itself is kept nowhere. */
export function SignIn() {
  const said = words().shell
  const id = useId()
  const client = useQueryClient()
  const signIn = useMutation({
    mutationFn: (token: string) => ask('/session', { method: 'POST', body: { token } }),
    onSuccess: () => client.resetQueries(),
  })
  useEffect(() => {
    document.title = `${said.signIn} · Bakwacht`
  }, [said])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // The code stays in its field: a slip of the finger is mended, not typed anew.
    event.preventDefault()
    signIn.mutate(String(new FormData(event.currentTarget).get('token')).trim())
  }
  return (
    <main className="door">
      <form onSubmit={submit}>
        <h1>Bakwacht</h1>
        <label htmlFor={id}>{said.token}</label>
        <input
          id={id}
          name="token"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby={`${id}-hint ${id}-fault`}
          aria-invalid={signIn.isError}
        />
        <p className="quiet" id={`${id}-hint`}>
          {said.tokenHint}
        </p>
        <p className="fault" id={`${id}-fault`} role="alert">
          {signIn.isError && faultOf(signIn.error)}
        </p>
        <button type="submit" className="main" disabled={signIn.isPending}>
          {said.signIn}
        </button>
      </form>
      <LanguagePicker />
    </main>
  )
}

function faultOf(error: Error): string {
  const said = words().shell
  return error instanceof Refused && error.status < 500 ? said.wrongToken : said.notReached
}
