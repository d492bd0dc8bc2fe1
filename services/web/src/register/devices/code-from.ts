// What a sticker's code says, as a device's code: makers print it plain, within a link, or as LoRaWAN's labels have it.
const LONGEST = 64

/** @returns the code, or `undefined` when none can be read from it */
export function codeFrom(scanned: string): string | undefined {
  const text = scanned.trim()
  const code = fromLabel(text) ?? fromLink(text) ?? text
  return /^[A-Za-z0-9._:-]+$/.test(code) && code.length <= LONGEST ? code : undefined
}

/** LoRa Alliance TR005: LW:D0:JoinEUI:DevEUI:Profile… */
function fromLabel(text: string): string | undefined {
  const parts = text.split(':')
  return parts[0] === 'LW' && parts[1] === 'D0' ? parts[3] : undefined
}

const NAMED = ['id', 'device', 'code', 'deveui', 'dev_eui', 'serial', 'sn']

function fromLink(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const { searchParams, pathname } = new URL(text)
  const named = NAMED.map((name) => searchParams.get(name)).find((value) => value !== null)
  return named ?? pathname.split('/').findLast((part) => part !== '')
}
