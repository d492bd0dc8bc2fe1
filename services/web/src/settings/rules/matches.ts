import { words } from '../../language/words.ts'
import type { Setting } from './catalog.ts'

/** Whether all words that are looked for stand in the setting's name, sentence or group; accents are all one. */
export function matches({ path, group }: Pick<Setting, 'path' | 'group'>, search: string): boolean {
  const { fields, groups } = words().settings
  const text = plain([groups[group], ...fields[path]].join(' '))
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
