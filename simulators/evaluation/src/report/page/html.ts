/** Text that may hold anything, safe between tags and in attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const TENTHS = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

export const shown = (value: number): string =>
  (Math.abs(value) >= 1000 ? WHOLE : TENTHS).format(value)

/** `fill_at_emptying_pct` as words. */
export const worded = (name: string): string =>
  escaped(
    name
      .replace(/_eur$/, ' (€)')
      .replace(/_pct$/, ' (%)')
      .replace(/_kg$/, ' (kg)')
      .replaceAll('_', ' '),
  )
