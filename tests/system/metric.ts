import type { Backend } from './backend.ts'

/** One sample of `GET /metrics`. @throws Error when there is no such metric */
export async function metric(backend: Pick<Backend, 'http'>, name: string): Promise<number> {
  const text = await (await fetch(`${backend.http}/metrics`)).text()
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `))
  if (line === undefined) throw new Error(`no metric ${name}`)
  return Number(line.slice(name.length + 1))
}
