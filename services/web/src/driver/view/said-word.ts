// An answer in words: "emptied, 75 kg, 40 kg wet – A car is in the way".
import { weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { Word } from '../kept/kept.ts'

export function saidWord({ outcome, kg, wet_kg, note }: Omit<Word, 'at'>): string {
  const said = words().driver
  const parts = [
    said.outcomes[outcome],
    typeof kg === 'number' && weight(kg),
    typeof wet_kg === 'number' && said.wetKg(weight(wet_kg)),
  ]
  return [parts.filter(Boolean).join(', '), note].filter(Boolean).join(' – ')
}
