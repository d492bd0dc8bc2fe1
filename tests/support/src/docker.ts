import { spawnSync } from 'node:child_process'

let answer: boolean | undefined

/** True if a Docker engine (not only its client) answers. */
export function dockerAnswers(): boolean {
  answer ??=
    spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 5000 })
      .status === 0
  return answer
}
