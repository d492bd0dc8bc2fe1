// Makes elements from data; text is only ever text.
const SVG = 'http://www.w3.org/2000/svg'
/** A number and its unit are never parted at the end of a line: `€ 14`, `87 %`, `75 kg`. */
const HELD_TOGETHER = /(?<=€) (?=\d)|(?<=\d) (?=[%€]|kg|km|t\b|g\/m³)/g

export const element = (name, attributes = {}, ...children) =>
  fill(document.createElement(name), attributes, children)

export const svg = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children)

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value !== undefined) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== undefined && child !== '').map(held))
  return made
}

const held = (child) =>
  typeof child === 'string' ? child.replaceAll(HELD_TOGETHER, '\u00a0') : child
