// Valhalla's answers, as far as we read them. Whoever answers otherwise is not Valhalla.
import { z } from 'zod'
import { RoadsUnavailable } from '../travel-times.ts'

const rows = z.array(z.array(z.number().nullable()))

/** Seconds and kilometres; `null`: there is no way. */
const matrixAnswer = z.object({
  sources_to_targets: z.object({ durations: rows, distances: rows }),
})

const locateAnswer = z.array(
  z.object({
    edges: z.array(z.object({ correlated_lat: z.number(), correlated_lon: z.number() })).nullable(),
  }),
)

const routeAnswer = z.object({
  trip: z.object({
    legs: z.array(
      z.object({
        shape: z.string(),
        summary: z.object({ time: z.number(), length: z.number() }),
      }),
    ),
  }),
})

const statusAnswer = z.object({ version: z.string(), tileset_last_modified: z.number() })

export const answered = {
  matrix: (answer: unknown) => read(matrixAnswer, answer).sources_to_targets,
  locate: (answer: unknown) => read(locateAnswer, answer),
  route: (answer: unknown) => read(routeAnswer, answer).trip.legs,
  status: (answer: unknown) => read(statusAnswer, answer),
}

function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') || 'all of it'
  throw new RoadsUnavailable(`not an answer of Valhalla: ${where}: ${issue?.message}`)
}
