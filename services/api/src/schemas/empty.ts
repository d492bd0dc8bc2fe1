import { z } from 'zod'

export const emptyAnswer = z.undefined().describe('No content.')
