/** Where the next page begins: which range, and from which observed time on. */
export interface HistoryCursor {
  readonly index: number
  readonly from: number
}

/** A cursor that did not come from an answer of this store. */
export class CursorInvalid extends Error {
  readonly code = 'CURSOR_INVALID'
}

export const encodeCursor = ({ index, from }: HistoryCursor): string =>
  Buffer.from(`${index},${from}`).toString('base64url')

/** @throws CursorInvalid */
export function decodeCursor(cursor: string | undefined): HistoryCursor {
  if (cursor === undefined) return { index: 0, from: Number.NEGATIVE_INFINITY }
  const [, index, from] =
    /^(\d{1,6}),(-?\d{1,16})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (index === undefined || from === undefined)
    throw new CursorInvalid(`got cursor '${cursor.slice(0, 40)}', wanted one from an answer`)
  return { index: Number(index), from: Number(from) }
}
