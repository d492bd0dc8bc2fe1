// What the stores hold, asked of them directly.
import pg from 'pg'

/** Rows in the table of readings, by device. */
export async function readingsInSql(url: string): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; count: number }>(
      `SELECT device_id AS id, count(*)::int AS count
       FROM telemetry.reading JOIN telemetry.devices ON no = device_no GROUP BY device_id`,
    )
    return new Map(rows.map(({ id, count }) => [id, count]))
  } finally {
    await client.end()
  }
}

/** Points of raw readings; `flags` is in every one. @throws Error when InfluxDB does not answer */
export async function readingsInInflux(url: string): Promise<number> {
  const q = encodeURIComponent('SELECT count("flags") FROM "reading"')
  const answer = await fetch(`${url}/query?db=bakwacht&q=${q}`)
  const { results } = (await answer.json()) as {
    results: { series?: { values: (string | number)[][] }[] }[]
  }
  return Number(results[0]?.series?.[0]?.values[0]?.[1] ?? 0)
}
