// Lists: `{items, next_cursor}`; ask again with that cursor until it is null.
import type { Page, PageRequest } from '@bakwacht/registry'
import { z } from 'zod'

const LARGEST_PAGE = 1000

export const pageFields = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LARGEST_PAGE)
    .default(100)
    .describe(`Items a page, 1–${LARGEST_PAGE}.`),
  cursor: z.string().min(1).max(1000).optional().describe('`next_cursor` of the page before.'),
}
export const pageQuery = z.strictObject(pageFields)

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next_cursor: z
      .string()
      .nullable()
      .describe('Ask with it for the next page; null: that was all.'),
  })

export const pageRequest = (query: {
  readonly limit: number
  readonly cursor?: string | undefined
}): PageRequest =>
  query.cursor === undefined ? { limit: query.limit } : { limit: query.limit, cursor: query.cursor }

export const wirePage = <Row, Item>(page: Page<Row>, toWire: (row: Row) => Item) => ({
  items: page.items.map(toWire),
  next_cursor: page.nextCursor,
})

/** `?flag=true`; anything but true and false is an error. */
export const flagParam = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')
