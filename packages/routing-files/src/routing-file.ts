import type { Problem, Solution } from '@bakwacht/routing'
import type { BenchmarkInstance } from './benchmark/benchmark-instance.ts'
import { problemOf } from './benchmark/problem-of.ts'
import { vroomTaskOf } from './benchmark/vroom-task-of.ts'
import { RoutingFileError } from './routing-file-error.ts'
import { writeSol } from './sol/write-sol.ts'
import { readSolomon } from './solomon/read-solomon.ts'
import { answerOf } from './vroom/answer.ts'
import { type Estimate, readVroom, type VroomTask } from './vroom/read-vroom.ts'
import type { VroomAnswer } from './vroom/vroom-answer.ts'
import { readVrplib } from './vrplib/read-vrplib.ts'

/** A file that poses a routing problem. */
export type RoutingFile =
  | { readonly kind: 'benchmark'; readonly instance: BenchmarkInstance; readonly problem: Problem }
  | ({ readonly kind: 'vroom' } & VroomTask)

/**
 * Reads a problem by its file's ending: `.json` is VROOM's, `.vrp` CVRPLIB's and its VRPLIB variants,
 * `.txt` Solomon's.
 * @param file its name, for messages
 * @param estimate travel times for VROOM files without matrices
 * @throws RoutingFileError naming the file, where in it, what was got and what was wanted
 */
export async function readRoutingFile(
  file: string,
  text: string,
  estimate: Estimate,
): Promise<RoutingFile> {
  const [ending] = /\.[^./\\]*$/.exec(file.toLowerCase()) ?? ['']
  switch (ending) {
    case '.json':
      return { kind: 'vroom', ...(await readVroom(file, text, estimate)) }
    case '.vrp':
      return benchmark(readVrplib(file, text))
    case '.txt':
      return benchmark(readSolomon(file, text))
    default:
      throw new RoutingFileError(file, 'its name', ending, '.json (VROOM), .vrp or .txt (Solomon)')
  }
}

const benchmark = (instance: BenchmarkInstance): RoutingFile => ({
  kind: 'benchmark',
  instance,
  problem: problemOf(instance),
})

/** VROOM's response shape. @param loadingMs how long the file took to read */
export const vroomAnswer = (
  file: RoutingFile,
  solution: Solution,
  loadingMs: number,
): VroomAnswer =>
  answerOf(file.kind === 'vroom' ? file : vroomTaskOf(file.problem), solution, loadingMs)

/** CVRPLIB's `.sol`; where a benchmark's vehicles differ, `Route #k` is its vehicle k. */
export const solText = (file: RoutingFile, solution: Solution): string =>
  file.kind === 'vroom'
    ? writeSol({ ...solution, cost: vroomCost(file, solution) })
    : writeSol(solution, file.instance.vehiclesDiffer)

/** Routes and prizes left out, without what stands in for priorities. */
function vroomCost(task: VroomTask, solution: Solution): number {
  const { cost, unassigned_cost } = answerOf(task, solution, 0).summary
  return cost + unassigned_cost
}
