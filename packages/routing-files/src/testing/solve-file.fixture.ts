import { type Solution, solve, verify } from '@bakwacht/routing'
import { type RoutingFile, readRoutingFile } from '../routing-file.ts'
import { inDegrees } from './files.fixture.ts'

/** Reads and solves; the verifier must find nothing. */
export async function solveFile(
  name: string,
  text: string,
  iterations = 200,
): Promise<{ file: RoutingFile; solution: Solution }> {
  const file = await readRoutingFile(name, text, inDegrees)
  const solution = solve(file.problem, { seed: 1, iterations, clock: () => 0 })
  const [violation] = verify(file.problem, solution)
  if (violation !== undefined) throw new Error(violation.message)
  return { file, solution }
}
