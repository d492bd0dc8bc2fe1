import { statfs } from 'node:fs/promises'
import { ImportFailed } from './import-failed.ts'

/** @throws ImportFailed when the disk under `folder` has less than `bytes` left */
export async function wantFreeSpace(folder: string, bytes: number, what: string): Promise<void> {
  const free = await freeBytes(folder)
  if (free < bytes)
    throw new ImportFailed(
      `${what} needs about ${inMegabytes(bytes)} in ${folder}, where ${inMegabytes(free)} are free`,
    )
}

/** True if hardly anything is left: what failed, failed for want of space. */
export const isFull = async (folder: string): Promise<boolean> =>
  (await freeBytes(folder)) < NOTHING_LEFT

const NOTHING_LEFT = 20e6

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export const inMegabytes = (bytes: number): string =>
  `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`
