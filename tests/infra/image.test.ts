// The image was never built here (no Docker engine); its steps run in a copied tree instead:
// COPY as a copy of what .dockerignore leaves, RUN by a shell, each stage in a tree of its own, then the
// entry point and health check of the last.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePort, temporaryFolder } from '@bakwacht/test-support'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = temporaryFolder('image')
afterAll(() => folder.remove())

const instructions = readFileSync(join(root, 'infra/image/Dockerfile'), 'utf8')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .map((line) => /^([A-Z]+)\s+(.*)$/.exec(line.trim()))
  .filter((match) => match !== null)
  .map(([, keyword = '', rest = '']) => ({ keyword, rest }))
const first = (keyword: string) => instructions.find((line) => line.keyword === keyword)?.rest ?? ''

test('the image’s steps give a backend that starts, answers its health check and stops', async () => {
  expect(first('FROM')).toMatch(/^node:24/)
  expect(first('USER')).toBe('node')
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
  expect(ignored).toContain('**/node_modules')

  const data = join(folder.path, 'data')

  const port = await freePort()
  const env = {
    ...process.env,
    // The base image's Node, not the one that the workspace brings for development.
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    BAKWACHT_DATA_DIR: data,
    BAKWACHT_HTTP_HOST: '127.0.0.1',
    BAKWACHT_HTTP_PORT: `${port}`,
    BAKWACHT_MQTT_HOST: '127.0.0.1',
    BAKWACHT_MQTT_PORT: '0',
    BAKWACHT_MQTT_WS_PORT: '0',
  }
  const tree = buildStages(env)

  const [program = '', ...args] = JSON.parse(first('ENTRYPOINT')) as string[]
  const backend = spawn(program, args, { cwd: tree, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => backend.once('exit', resolve))
  try {
    await new Promise<void>((resolve, reject) => {
      backend.stdout.on('data', (line: Buffer) => line.includes('"listening"') && resolve())
      backend.once('exit', (code) => reject(new Error(`ended with ${code}`)))
    })
    const [check = '', ...checkArgs] = JSON.parse(
      first('HEALTHCHECK').replace(/^.*CMD /, ''),
    ) as string[]
    execFileSync(check, checkArgs, { cwd: tree, env, timeout: 20_000 })
  } finally {
    backend.kill('SIGTERM')
  }
  expect(await ended).toBe(0)
}, 180_000)

/** @returns the last stage's tree */
function buildStages(env: NodeJS.ProcessEnv): string {
  const trees = new Map<string, string>()
  let tree = ''
  for (const { keyword, rest } of instructions) {
    if (keyword === 'FROM') {
      const name = / AS (\w+)$/.exec(rest)?.[1] ?? 'last'
      tree = join(folder.path, name)
      trees.set(name, tree)
      mkdirSync(tree)
    }
    if (keyword === 'COPY') copyInto(tree, rest, trees)
    // The user `node` is the base image's.
    if (keyword === 'RUN')
      execFileSync('sh', ['-ec', rest.replace(/chown node:node/, 'test -d')], {
        cwd: tree,
        env,
        stdio: 'pipe',
        timeout: 120_000,
      })
  }
  return tree
}

function copyInto(tree: string, rest: string, trees: ReadonlyMap<string, string>): void {
  const [, stage, from = '', to = ''] =
    /^--from=(\w+) \/opt\/bakwacht\/(\S+) (\S+)$/.exec(rest) ?? []
  if (stage !== undefined) {
    cpSync(join(trees.get(stage) ?? '', from), join(tree, to), { recursive: true })
    return
  }
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  for (const file of tracked.split('\0').filter(Boolean)) cpSync(join(root, file), join(tree, file))
}
