// The order of test files: the longest first, so that at the end no worker waits for another's long one.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long on a machine that has no times of earlier runs: whole systems, then real servers. */
const LONG = [/^tests\/scale\/kill/, /^tests\//, /postgres|influx/]

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const timed = files.every((file) => this.ctx.cache.getTestSpecificationResult(file))
    return timed ? sorted : sorted.toSorted((one, other) => this.#rank(one) - this.#rank(other))
  }

  #rank({ moduleId }: TestSpecification): number {
    const path = moduleId.slice(this.ctx.config.root.length + 1)
    const found = LONG.findIndex((pattern) => pattern.test(path))
    return found < 0 ? LONG.length : found
  }
}
