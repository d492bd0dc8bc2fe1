// bakwacht.h: C99, no heap, no printf. Constants and fields come from the schemas;
// the code that never changes is c-encoder.h.txt beside this file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_ITEMS, MAX_PACKET_BYTES, MAX_SEQ } from '../limits.ts'
import { PAYLOAD_VERSION, REQUIRED_MEASUREMENTS, telemetryItem } from '../payload.ts'
import { physicalRanges, type RangedField } from '../physical-range.ts'
import { configTopic, statusTopic, telemetryTopic } from '../topics.ts'

const DEVICE = '{deviceId}'

/** Fields that a sensor measures, in the payload's order; their position is their bit. */
const fields = Object.keys(telemetryItem.shape).filter(
  (key): key is RangedField => key in physicalRanges,
)

/** The text of the header. */
export function cHeader(): string {
  const template = readFileSync(join(import.meta.dirname, 'c-encoder.h.txt'), 'utf8')
  return template.replace(/^@(\w+)@$/gm, (_, part: string) => parts[part]?.() ?? fail(part))
}

const parts: Readonly<Record<string, () => string>> = {
  LIMITS: limits,
  BITS: bits,
  MEMBERS: members,
  TOPICS: topics,
  FIELDS: fieldLines,
}

function limits(): string {
  return [
    `#define BAKWACHT_PAYLOAD_VERSION ${PAYLOAD_VERSION}`,
    `#define BAKWACHT_MAX_PACKET_BYTES ${MAX_PACKET_BYTES}`,
    `#define BAKWACHT_MAX_ITEMS ${MAX_ITEMS}`,
    `#define BAKWACHT_MAX_SEQ ${MAX_SEQ}u`,
    '#define BAKWACHT_MAX_ID 64',
    '',
    '/* Physical ranges: a value outside is stored as "none", with a flag. */',
    ...fields.flatMap((field) => {
      const { min, max, unit } = physicalRanges[field]
      const name = `BAKWACHT_${field.toUpperCase()}`
      return [`#define ${name}_MIN ${min} /* ${unit} */`, `#define ${name}_MAX ${max}`]
    }),
  ].join('\n')
}

function bits(): string {
  const wanted = REQUIRED_MEASUREMENTS.map((key) => `BAKWACHT_${key.toUpperCase()}`)
  return [
    ...fields.map((field, bit) => `#define BAKWACHT_${field.toUpperCase()} (1u << ${bit})`),
    `#define BAKWACHT_SEQ (1u << ${fields.length})`,
    `#define BAKWACHT_TS (1u << ${fields.length + 1})`,
    `/* A reading has at least one of these. */`,
    `#define BAKWACHT_MEASUREMENTS (${wanted.join(' | ')})`,
  ].join('\n')
}

function members(): string {
  return fields.map((field) => `  double ${field}; /* ${physicalRanges[field].unit} */`).join('\n')
}

function topics(): string {
  const builder = (name: string, topic: string) => {
    const [before, after] = topic.split(DEVICE)
    return `static inline int bakwacht_${name}_topic(char *out, size_t size, const char *device_id) {
  return bakwacht__topic(out, size, "${before}", device_id, "${after}");
}`
  }
  return [
    builder('telemetry', telemetryTopic(DEVICE)),
    builder('status', statusTopic(DEVICE)),
    builder('config', configTopic(DEVICE)),
  ].join('\n\n')
}

function fieldLines(): string {
  return fields
    .map(
      (field) =>
        `  bakwacht__field(w, r, BAKWACHT_${field.toUpperCase()}, "${field}", r->${field});`,
    )
    .join('\n')
}

function fail(part: string): never {
  throw new Error(`c-encoder.h.txt: got @${part}@, wanted one of ${Object.keys(parts)}`)
}
