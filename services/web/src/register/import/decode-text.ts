// A file's bytes as text, as spreadsheets write it: UTF-8, UTF-16, or the old Western code page.

/** What cannot be read as text, but is known by its first bytes. */
export class Workbook extends Error {}

/** @throws Workbook when it is a spreadsheet's own file (.xlsx, .ods, .xls) */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string {
  const starts = (...start: number[]) => start.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) throw new Workbook()
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
