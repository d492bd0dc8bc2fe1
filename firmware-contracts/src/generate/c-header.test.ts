// The header is only right if a C compiler and our own decoder both say so.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { available, temporaryFolder } from '@bakwacht/test-support'
import { afterAll, describe, expect, test } from 'vitest'
import { parseTelemetry } from '../parse.ts'
import { telemetryTopic } from '../topics.ts'

const root = join(import.meta.dirname, '../..')

describe.skipIf(!available('cc'))('bakwacht.h', () => {
  const folder = temporaryFolder('c')
  afterAll(() => folder.remove())

  const compileAndRun = (source: string, ...args: string[]) => {
    const program = join(folder.path, 'program')
    const flags = [
      '-std=c99',
      '-Wall',
      '-Wextra',
      '-Werror',
      '-pedantic',
      '-fsanitize=address,undefined',
    ]
    execFileSync('cc', [...flags, '-I', join(root, 'generated'), source, '-o', program])
    return execFileSync(program, args, { encoding: 'utf8' })
  }
  const check = (body: string) => {
    const source = join(folder.path, 'check.c')
    const main = `int main(void) { char out[64]; const bakwacht_reading r = {.present = BAKWACHT_FILL_PCT, .fill_pct = 12}; (void)r; (void)out; ${body} return 0; }`
    writeFileSync(source, `#include <stdio.h>\n#include "bakwacht.h"\n${main}\n`)
    return compileAndRun(source).trim().split('\n')
  }

  test('the example’s messages are accepted by the decoder, on the right topic', () => {
    const lines = compileAndRun(join(root, 'c/example.c')).trim().split('\n')
    const messages = lines.map((line) => {
      const space = line.indexOf(' ')
      expect(line.slice(0, space)).toBe(telemetryTopic('TC-0042'))
      return parseTelemetry(Buffer.from(line.slice(space + 1)))
    })
    expect(
      messages.map((message) => (message.kind === 'message' ? message.items.length : 0)),
    ).toEqual([1, 1, 2])
    const [first, second] = messages.flatMap((m) => (m.kind === 'message' ? m.items : []))
    expect(first).toMatchObject({ reading: { temp_c: -8.4, battery_v: 3.58, lid_opens: 14 } })
    expect(second).toMatchObject({ reading: { distance_mm: null, temp_c: 0.001 } })
  })

  test('a buffer of any size is never overrun, and one too small gives an error and an empty text', () => {
    const [sizes = ''] = check(
      'for (size_t n = 0; n < 40; n++) { int length = bakwacht_encode_json(out, n, &r); printf("%d%s ", length, n > 0 && out[0] == 0 ? "e" : ""); }',
    )
    const results = sizes.trim().split(' ')
    const needed = '{"v":1,"fill_pct":12}'.length
    expect(results.slice(1, needed + 1)).toEqual(Array(needed).fill('-1e'))
    expect(results[needed + 1]).toBe(`${needed}`)
  })

  test('nothing in it takes memory, or prints', () => {
    const source = join(folder.path, 'all.c')
    writeFileSync(
      source,
      `#include "bakwacht.h"
int all(char *out, size_t size, const bakwacht_reading *r) {
  return bakwacht_encode_json(out, size, r) + bakwacht_encode_json_array(out, size, r, 2) +
    bakwacht_telemetry_topic(out, size, "a") + (int)bakwacht_backoff_ms(3, 7);
}`,
    )
    const object = join(folder.path, 'all.o')
    execFileSync('cc', ['-std=c99', '-c', '-I', join(root, 'generated'), source, '-o', object])
    const needed = execFileSync('nm', ['--undefined-only', '--format=posix', object], {
      encoding: 'utf8',
    })
    // What the compiler itself puts in: the stack's guard, and copies.
    const ofTheCompiler = /^(_GLOBAL_OFFSET_TABLE_|__stack_chk_fail|memcpy|memset) /
    const others = needed.split('\n').filter((line) => line !== '' && !ofTheCompiler.test(line))
    expect(others).toEqual([])
  })

  test('numbers come out as they are, to three decimals', () => {
    const values = [0, -0.0001, 0.1, -0.5, 12.345, 99.9995, -101, 4e9, 1234567.891]
    const lines = check(
      values
        .map(
          (value) =>
            `{ bakwacht_reading x = r; x.fill_pct = ${value}; bakwacht_encode_json(out, sizeof out, &x); puts(out); }`,
        )
        .join('\n'),
    )
    const numbers = lines.map((line) => JSON.parse(line).fill_pct)
    for (const [at, value] of values.entries())
      expect(Math.abs(numbers[at] - value)).toBeLessThan(0.000501)
  })

  test('what cannot be said is an error, never a wrong message', () => {
    const lines = check(`
      { bakwacht_reading x = r; x.fill_pct = 0.0 / 0.0; printf("%d\\n", bakwacht_encode_json(out, sizeof out, &x)); }
      { bakwacht_reading x = r; x.fill_pct = 5e9; printf("%d\\n", bakwacht_encode_json(out, sizeof out, &x)); }
      { bakwacht_reading x = {0}; printf("%d\\n", bakwacht_encode_json(out, sizeof out, &x)); }
      printf("%d\\n", bakwacht_encode_json_array(out, sizeof out, &r, 1));
      printf("%d\\n", bakwacht_encode_json_array(out, sizeof out, &r, 0));
      printf("%d\\n", bakwacht_telemetry_topic(out, sizeof out, "no spaces"));
      printf("%d\\n", bakwacht_telemetry_topic(out, sizeof out, ""));
      printf("%d\\n", bakwacht_telemetry_topic(out, 8, "TC-1"));`)
    expect(lines.map(Number)).toEqual([-3, -3, -2, -6, -5, -4, -4, -1])
  })

  test('waits between reconnections grow from 1 s to 5 min, with jitter', () => {
    const lines = check(
      'for (uint32_t a = 0; a < 40; a++) printf("%u %u\\n", bakwacht_backoff_ms(a, 0), bakwacht_backoff_ms(a, 0xffffffffu));',
    )
    const waits = lines.map((line) => line.split(' ').map(Number) as [number, number])
    expect(waits[0]?.[0]).toBe(500)
    for (const [least, most] of waits) {
      expect(least).toBeLessThanOrEqual(most)
      expect(most).toBeLessThanOrEqual(300_000)
    }
    expect(waits.at(-1)?.[0]).toBe(150_000)
  })
})
