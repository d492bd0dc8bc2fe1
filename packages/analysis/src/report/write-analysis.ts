// Writes the result device by device, so that it need not be held whole; the file appears when it is complete.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Analysis, DeviceAnalysis } from './analysis-schema.ts'

export async function writeAnalysis(
  file: string,
  devices: AsyncIterable<DeviceAnalysis>,
  rest: Omit<Analysis, 'devices'>,
): Promise<void> {
  const partial = `${file}.partial`
  try {
    await pipeline(Readable.from(jsonText(devices, rest)), createWriteStream(partial))
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** One device a line. */
async function* jsonText(
  devices: AsyncIterable<DeviceAnalysis>,
  rest: Omit<Analysis, 'devices'>,
): AsyncGenerator<string> {
  yield '{"devices":['
  let between = '\n'
  for await (const device of devices) {
    yield between + JSON.stringify(device)
    between = ',\n'
  }
  yield `\n],${JSON.stringify(rest).slice(1)}\n`
}
