// The status page: loads, shows, and loads again when something has happened.
import { Refused, read, startSession } from './api.js'
import { showDesk } from './desk.js'
import { showLinkOver, showRun } from './driver.js'
import { dateOf, dayName, useTimeZone } from './numbers.js'
import { chooseLanguage, language, words } from './words.js'

const SETTLE_MS = 1000
const AGAIN_MS = 10_000
const EVENTS = ['state', 'alert', 'plan', 'run']

const main = document.getElementById('main')
const live = document.getElementById('live')

async function start() {
  document.documentElement.lang = language
  const picker = document.getElementById('language')
  picker.value = language
  picker.onchange = () => chooseLanguage(picker.value)
  showLive(false)
  await useTokenInLink()
  const session = await read('/session')
  useTimeZone(session.timezone)
  const show = session.role === 'driver' ? showRun : showDesk
  const ahead = Date.parse(session.now) - Date.now()
  const showNow = () => {
    const now = Date.now() + ahead
    document.getElementById('today').textContent = dayName(dateOf(now))
    return show(main, now, () => refresh(0))
  }
  const refresh = refresher(showNow)
  follow(() => refresh(SETTLE_MS))
}

/** A driver's link carries the token after #, where no server log sees it. */
async function useTokenInLink() {
  const token = location.hash.slice(1)
  if (token === '') return
  history.replaceState(null, '', location.pathname)
  await startSession(token)
}

/** However much happens, the page loads once a second at most, and never twice at once. */
function refresher(show) {
  let due
  let running = false
  const soon = (ms) => {
    if (due !== undefined && ms > 0) return
    clearTimeout(due)
    due = setTimeout(refresh, ms)
  }
  async function refresh() {
    due = undefined
    if (running) return soon(SETTLE_MS)
    running = true
    try {
      await show()
      showFault(false)
    } catch (fault) {
      if (isOver(fault)) return showLinkOver(main)
      showFault(true)
      soon(AGAIN_MS)
    } finally {
      running = false
    }
  }
  refresh()
  return soon
}

function follow(refresh) {
  const stream = new EventSource('/api/v1/stream')
  stream.onopen = () => showLive(true)
  stream.onerror = () => showLive(false)
  for (const kind of EVENTS) stream.addEventListener(kind, refresh)
}

function showLive(on) {
  live.textContent = on ? words.live : words.notLive
  live.className = on ? 'on' : ''
}

function showFault(on) {
  const fault = document.getElementById('fault')
  fault.textContent = words.failed
  fault.hidden = !on
}

/** 410: the run of this link is over; 401: the link itself, on the page that only links open. */
const isOver = (fault) => fault instanceof Refused && [401, 410].includes(fault.status)

start().catch((fault) => (isOver(fault) ? showLinkOver(main) : showFault(true)))
