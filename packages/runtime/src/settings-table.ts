import { z } from 'zod'
import { settingSchemas } from './setting.ts'

/** The table of settings in docs/operations.md, as Markdown. */
export function settingsTable(): string {
  const rows = Object.entries(settingSchemas).map(([name, schema]) => {
    const byDefault = z.safeParse(schema, undefined)
    const shown = byDefault.success && byDefault.data !== undefined ? `\`${byDefault.data}\`` : '–'
    return `| \`BAKWACHT_${name}\` | ${shown} | ${schema.description ?? ''} |`
  })
  return ['| setting | default | what it is |', '|---|---|---|', ...rows].join('\n')
}
