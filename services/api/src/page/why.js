// Why a bin is as it is: read when somebody asks, and still open when the page has loaded again.
import { read } from './api.js'
import { element } from './element.js'
import { words } from './words.js'

/** What was read last of each bin that is open, by its id. */
const open = new Map()

export function why(id) {
  const sentences = element('ul', { class: 'why quiet' })
  const show = (texts) => sentences.replaceChildren(...texts.map((text) => element('li', {}, text)))
  const load = async () => {
    const { explanation } = await read(`/containers/${encodeURIComponent(id)}/state`)
    const texts = explanation.map(({ text }) => text)
    if (details.open) open.set(id, texts)
    show(texts)
  }
  const toggled = () => {
    if (!details.open) return open.delete(id)
    load().catch(() => show([words.failed]))
  }
  const details = element(
    'details',
    { toggle: toggled },
    element('summary', {}, words.why),
    sentences,
  )
  if (open.has(id)) {
    show(open.get(id))
    details.open = true
  }
  return details
}
