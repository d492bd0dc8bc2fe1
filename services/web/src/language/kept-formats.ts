// The browser's formats, each made once: making one takes as long as writing with it many times.

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  keptOr(Intl.DateTimeFormat, locale, options)

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
  keptOr(Intl.NumberFormat, locale, options)

function keptOr<Options, Format extends Intl.DateTimeFormat | Intl.NumberFormat>(
  Made: new (locale: string, options: Options) => Format,
  locale: string,
  options: Options,
): Format {
  const key = `${Made.name} ${locale} ${JSON.stringify(options)}`
  const found = kept.get(key) as Format | undefined
  if (found !== undefined) return found
  const made = new Made(locale, options)
  kept.set(key, made)
  return made
}
