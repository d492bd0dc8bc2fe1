import { ask } from '../api/ask.ts'

export async function signOut(): Promise<void> {
  await ask('/session', { method: 'DELETE' })
  location.assign('/')
}
