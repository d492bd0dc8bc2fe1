import { z } from 'zod'

export const emptyAnswer = z.undefined().describe('Done; there is nothing to say.')
