import { z } from 'zod'

/** What people write. Neither database nor every export can hold NUL or half a character. */
export const textSchema = (longest: number) =>
  z.string().max(longest).refine(isText, 'text without control characters')

const isText = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text)
