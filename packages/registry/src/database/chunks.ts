// Both databases bound the parameters of one statement; long lists go in pieces.

const ROWS = 500

export function* chunksOf<Item>(items: readonly Item[], size = ROWS): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

/** Asks for the ids in pieces and joins the answers. Equal ids are asked for once. */
export async function inChunks<Row>(
  ids: readonly string[],
  ask: (chunk: readonly string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const chunk of chunksOf([...new Set(ids)])) rows.push(...(await ask(chunk)))
  return rows
}
