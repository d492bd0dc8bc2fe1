import { RoadsUnavailable } from '../../travel-times.ts'
import { answered } from '../answers.ts'
import { valhallaOverHttp, withoutCredentials } from './http-valhalla.ts'

/** Tells a server's map from its next one. @throws RoadsUnavailable */
export async function serverMap(url: string): Promise<string> {
  const answer = await valhallaOverHttp(url)
    .ask('status', {})
    .catch((cause: Error) => {
      throw new RoadsUnavailable(cause.message, { cause })
    })
  const { version, tileset_last_modified } = answered.status(answer)
  return `${withoutCredentials(url).address} ${version} ${tileset_last_modified}`
}
