import type { Problem, TravelTable } from '@bakwacht/routing'

/** The problem with its matrices in memory that threads share; those that are there already stay. */
export function sharedProblem(problem: Problem): Problem {
  const known = new Map<TravelTable, TravelTable>()
  const shared = (table: TravelTable): TravelTable => {
    const copy = known.get(table) ?? inSharedMemory(table)
    known.set(table, copy)
    return copy
  }
  return {
    ...problem,
    matrices: problem.matrices.map(({ size, durations, distances }) => ({
      size,
      durations: shared(durations),
      distances: shared(distances),
    })),
  }
}

function inSharedMemory(table: TravelTable): TravelTable {
  if (table.buffer instanceof SharedArrayBuffer) return table
  const memory = new SharedArrayBuffer(table.byteLength)
  const Table = table.constructor as new (memory: SharedArrayBuffer) => TravelTable
  const copy = new Table(memory)
  copy.set(table)
  return copy
}
