import type pg from 'pg'
import { expect, test } from 'vitest'
import { lendingAnswering } from './lending-answering.ts'

/** Answers `select 1` alone, and writes down what it was asked. */
function poolOfOne() {
  const said: string[] = []
  const client = {
    query: async (sql: string) => {
      said.push(sql)
      if (sql === 'select 1') return { rows: [] }
      throw new Error(sql === 'wrong' ? 'syntax error' : 'Query read timeout')
    },
    release: (destroy?: boolean) => {
      said.push(destroy === true ? 'destroyed' : 'kept')
    },
  }
  const pool = { connect: async () => client } as unknown as pg.Pool
  return { pool: lendingAnswering(pool), said }
}

test('a connection that owes an answer is asked nothing else, and is not kept', async () => {
  const { pool, said } = poolOfOne()
  const client = await pool.connect()
  await client.query('select 1', [])
  await expect(client.query('select 2', [])).rejects.toThrow('Query read timeout')
  await expect(client.query('rollback', [])).rejects.toThrow('Query read timeout')
  client.release()
  expect(said).toEqual(['select 1', 'select 2', 'destroyed'])
})

test('one that answered is kept, with an error too, unless it is to go', async () => {
  const { pool, said } = poolOfOne()
  const client = await pool.connect()
  await expect(client.query('wrong', [])).rejects.toThrow('syntax error')
  await client.query('select 1', [])
  client.release()
  client.release(true)
  expect(said).toEqual(['wrong', 'select 1', 'kept', 'destroyed'])
})
