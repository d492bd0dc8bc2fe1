import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { putOutOfDate } from './out-of-date.ts'

/** A page that shows what is answered; each answer comes when it is let go. */
function shown(client: QueryClient, queryKey: readonly string[]) {
  const answers: PromiseWithResolvers<string>[] = []
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => {
      const answer = Promise.withResolvers<string>()
      answers.push(answer)
      return answer.promise
    },
  })
  observer.subscribe(() => undefined)
  return { answers, data: () => observer.getCurrentResult().data }
}

test('what is on its way for the first time is asked for again once it is there', async () => {
  const client = new QueryClient()
  const plans = shown(client, ['plans', 'today'])
  putOutOfDate(client, 'plans')
  plans.answers[0]?.resolve('before')
  await expect.poll(() => plans.answers.length).toBe(2)
  plans.answers[1]?.resolve('after')
  await expect.poll(plans.data).toBe('after')
  expect(plans.answers).toHaveLength(2)
})

test('what is there is asked for once, what has another key not at all', async () => {
  const client = new QueryClient()
  const plans = shown(client, ['plans', 'today'])
  const fleet = shown(client, ['fleet'])
  plans.answers[0]?.resolve('before')
  await expect.poll(plans.data).toBe('before')
  putOutOfDate(client, 'plans')
  plans.answers[1]?.resolve('after')
  await expect.poll(plans.data).toBe('after')
  expect([plans.answers.length, fleet.answers.length]).toEqual([2, 1])
})
