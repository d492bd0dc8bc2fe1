import { Problem } from './problem.ts'

/**
 * Does work while there is not too much of it.
 * @param what for people: `trials`
 * @throws Problem `too_many` at once, when `most` are under way
 */
export function limited(most: number, what: string) {
  let underWay = 0
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (underWay >= most)
      throw new Problem(
        'too_many',
        `${what}: ${underWay} are under way, wanted no more than ${most}`,
      )
    underWay += 1
    try {
      return await work()
    } finally {
      underWay -= 1
    }
  }
}
