import { expect, test } from 'vitest'
import { openApi } from '../../api.fixture.ts'
import { add, bin } from '../../fleet.fixture.ts'

const CONTAINERS = '/api/v1/containers'

test('whoever is refused reads why in the language asked for, with the reason where there is one', async () => {
  await using t = await openApi()
  await add(t, 'containers', bin('bin-1'))
  await t.ask('DELETE', `${CONTAINERS}/bin-1`)
  const refusedIn = async (language: string) => {
    const headers = { 'accept-language': language }
    const gone = await t.ask('GET', `${CONTAINERS}/bin-2`, { headers })
    const retired = await t.ask('POST', `${CONTAINERS}/bin-1/requests`, {
      body: { kind: 'planner' },
      headers,
    })
    return [gone.json.text, retired.json.text]
  }
  expect(await refusedIn('nl-BE')).toEqual([
    'Dit bestaat niet meer. Laad de pagina opnieuw.',
    'Deze container is buiten gebruik.',
  ])
  expect(await refusedIn('fr')).toEqual([
    'Ceci n’existe plus. Rechargez la page.',
    'Ce conteneur est hors service.',
  ])
  expect((await refusedIn('de'))[1]).toBe('Dieser Container ist außer Betrieb.')
  expect((await refusedIn('pl'))[1]).toBe('This container is out of use.')
})

test('a mistake that only a program can make is told to programmers alone', async () => {
  await using t = await openApi()
  const { status, json } = await t.ask('PATCH', CONTAINERS, { body: {} })
  expect(status).toBe(405)
  expect(json.detail).toContain('wanted')
  expect(json).not.toHaveProperty('text')
})
