// A button that opens a month, as pages/components/calendar_button.py describes it: Monday first, one day at a time in the
// reach of Tab, arrows and Page Up and Down within, Escape out. Days are noon in UTC, so that no clock is changed in between.

const NOON = 'T12:00:00Z'
const DAY = 86_400_000

function element(tag, { attributes = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value))
  made.append(...children)
  return made
}

const isoOf = (day) => day.toISOString().slice(0, 10)
const dayOf = (iso) => new Date(iso + NOON)
const moved = (day, days) => new Date(day.getTime() + days * DAY)

// The same day of another month, or that month's last.
function inMonth(day, months) {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1, 12))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0, 12)).getUTCDate()
  return moved(first, Math.min(day.getUTCDate(), last) - 1)
}

const weekday = (day) => (day.getUTCDay() + 6) % 7

function goal(day, { key, shiftKey }) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -weekday(day), End: 6 - weekday(day) }
  if (key in steps) return moved(day, steps[key])
  const months = { PageUp: -1, PageDown: 1 }[key]
  return months ? inMonth(day, shiftKey ? 12 * months : months) : null
}

function weeks(state, data) {
  const first = moved(state.day, 1 - state.day.getUTCDate())
  const monday = moved(first, -weekday(first))
  const long = new Intl.DateTimeFormat(data.language, { dateStyle: 'full', timeZone: 'UTC' })
  const count = Math.ceil((weekday(first) + inMonth(first, 1).getTime() / DAY - first.getTime() / DAY) / 7)
  return Array.from({ length: count }, (_, week) => element('tr', {}, ...Array.from({ length: 7 }, (_, place) => {
    const day = moved(monday, 7 * week + place)
    const iso = isoOf(day)
    const button = element('button', { type: 'button', textContent: day.getUTCDate(), attributes: { 'aria-label': long.format(day) } })
    button.dataset.day = iso
    button.tabIndex = iso === isoOf(state.day) ? 0 : -1
    button.disabled = iso < data.earliest || iso > data.latest
    button.className = day.getUTCMonth() === state.day.getUTCMonth() ? '' : 'outside'
    if (iso === data.day) button.setAttribute('aria-pressed', 'true')
    if (iso === isoOf(new Date())) button.setAttribute('aria-current', 'date')
    return element('td', {}, button)
  })))
}

function drawMonth(panel, state, data) {
  const short = new Intl.DateTimeFormat(data.language, { weekday: 'short', timeZone: 'UTC' })
  const title = new Intl.DateTimeFormat(data.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(state.day)
  const turn = (name, sign, months) => {
    const button = element('button', { type: 'button', textContent: sign, attributes: { 'aria-label': name } })
    button.dataset.turn = months
    return button
  }
  const names = Array.from({ length: 7 }, (_, place) => short.format(dayOf(`2024-01-0${place + 1}`)))
  panel.replaceChildren(
    element('div', { className: 'head' }, turn(data.previous, '‹', -1), element('span', { attributes: { 'aria-live': 'polite' } }, title), turn(data.next, '›', 1)),
    element('table', {},
      element('thead', {}, element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...weeks(state, data))),
  )
}

function place(panel, button) {
  const { left, bottom, top } = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const below = bottom + height + 8 < innerHeight || top < height
  panel.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  panel.style.top = `${below ? bottom + 4 : top - height - 4}px`
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.calendar')
  root.data = data
  if (!root.button) {
    const icon = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 2v3M17 2v3M3.5 9h17M4 5h16v16H4zM8 13h2M14 13h2M8 17h2M14 17h2"/></svg>'
    root.button = element('button', { type: 'button', className: 'open', innerHTML: icon, attributes: { 'aria-haspopup': 'dialog' } })
    root.panel = element('div', { popover: 'auto', className: 'month', attributes: { role: 'dialog' } })
    root.replaceChildren(root.button, root.panel)
  }
  const { button, panel } = root
  button.setAttribute('aria-label', data.name)
  button.title = data.name
  panel.setAttribute('aria-label', data.name)
  const show = (day) => {
    const { earliest, latest } = root.data
    const iso = isoOf(day)
    root.state = { day: iso < earliest ? dayOf(earliest) : iso > latest ? dayOf(latest) : day }
    drawMonth(panel, root.state, root.data)
  }
  const focusDay = () => panel.querySelector('[tabindex="0"][data-day]')?.focus()
  button.onclick = () => {
    if (panel.matches(':popover-open')) return panel.hidePopover()
    show(root.data.day ? dayOf(root.data.day) : dayOf(isoOf(new Date())))
    panel.showPopover()
    place(panel, button)
    focusDay()
  }
  panel.onclick = (event) => {
    const { day, turn } = event.target.closest('button')?.dataset ?? {}
    if (turn) {
      show(inMonth(root.state.day, Number(turn)))
      panel.querySelector(`[data-turn="${turn}"]`).focus()
    }
    if (!day) return
    panel.hidePopover()
    button.focus()
    setTriggerValue('day', day)
  }
  panel.onkeydown = (event) => {
    const next = event.target.dataset.day && goal(dayOf(event.target.dataset.day), event)
    if (!next) return
    event.preventDefault()
    show(next)
    focusDay()
  }
}
