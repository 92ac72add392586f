// Rows of answers as pages/components/answer_rows.py describes them. Every text is set as text. A square and a title
// are links: a plain click goes through Streamlit, so that the visit goes on; any other opens the address.

const NARROW = 300 // pixels that a strip has at least

function element(tag, { style = {}, dataset = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  Object.assign(made.dataset, dataset)
  Object.entries(style).forEach(([name, value]) => made.style.setProperty(name, value))
  made.append(...children.filter((child) => child !== null))
  return made
}

const hidden = (node) => (node.setAttribute('aria-hidden', 'true'), node)

function look(name, looks) {
  const { fill, outline, ink, stripe, pattern } = looks[name]
  return {
    className: `square ${pattern}`,
    style: { '--fill': fill, '--outline': outline, '--ink': ink, '--stripe': stripe },
  }
}

function link(target, properties, ...children) {
  const made = element('a', { ...properties, href: target.href }, ...children)
  made.target = '_self'
  made.dataset.query = JSON.stringify(target.query)
  return made
}

// How large a sign may be set is its room: halves of a square for each of its letters. A count that would be too
// small to read gives way to the step alone; the name that is shown on hover has it.
function fitted({ sign, span }, halves) {
  const room = span / sign.length
  const small = sign.length > 3 && (room * NARROW) / halves < 5
  return small ? { sign: sign.split(' ')[0], room: span } : { sign, room }
}

function square(one, { looks, halves }) {
  const { className, style } = look(one.look, looks)
  style['grid-column'] = `${one.column} / span ${one.span}`
  const { sign: text, room } = fitted(one, halves)
  style['--room'] = room
  const sign = element('span', {}, text)
  if (!one.target) return element('span', { className, style, dataset: { name: one.name } }, sign)
  const made = link(one.target, { className, style, dataset: { name: one.name } }, sign)
  made.setAttribute('aria-label', one.name)
  made.tabIndex = -1
  return made
}

function strip(level, data) {
  const middle = hidden(element('span', { className: 'middle', style: { 'grid-column': data.middle } }))
  const line = element('div', { className: 'line' }, middle, ...level.squares.map((one) => square(one, data)))
  const made = element('div', { className: 'strip' },
    hidden(element('span', { className: 'small' }, level.label)), element('div', { className: 'squares' }, line))
  made.setAttribute('role', 'group')
  made.setAttribute('aria-label', level.name)
  return made
}

function cell(label, ...children) {
  return hidden(element('div', { className: 'third' }, element('span', { className: 'label' }, label), ...children))
}

function change(moves) {
  if (!moves.length) return ['–']
  return moves.map((move) =>
    element('div', { className: 'move' },
      element('span', { className: 'bar', style: { '--colour': move.colour, width: `${100 * move.share}%` } }), move.text))
}

function facts({ met, missed, text }) {
  return [
    element('div', { className: 'dots' }, '●'.repeat(met), element('span', { className: 'missed' }, '○'.repeat(missed))),
    element('div', { className: 'small' }, text),
  ]
}

function mark({ text, strong, hint }) {
  return element('span', { className: strong ? 'mark small strong' : 'mark small', dataset: hint ? { name: hint } : {} }, text)
}

function badge({ text, icon, colour }) {
  const style = { background: `var(--st-${colour}-background-color)`, color: `var(--st-${colour}-text-color)` }
  return element('span', { className: 'badge', style }, element('span', { className: 'icon' }, icon), text)
}

// The verdict leads to the rule behind it; the row's sentence has told the verdict and its marks already.
function verdict(one) {
  const made = link(one.rule, { className: 'rule', dataset: { name: one.rule.name } }, hidden(badge(one.verdict)))
  made.setAttribute('aria-label', one.rule.name)
  return element('div', {}, made, hidden(element('div', {}, ...one.marks.map(mark))))
}

function row(one, data) {
  const [, , , moved, held, felt] = data.columns
  const strips = element('div', { className: 'strips' }, ...one.strips.map((level) => strip(level, data)))
  const first = strips.querySelector('a')
  if (first) first.tabIndex = 0
  return element('li', { className: 'row' },
    element('div', {}, one.target ? link(one.target, { className: 'title' }, one.title) : null,
      element('p', { className: 'unseen' }, one.sentence)),
    one.verdict ? verdict(one) : null,
    strips,
    one.change ? cell(moved, ...change(one.change)) : null,
    one.facts ? cell(held, ...facts(one.facts), ...one.facts.marks.map(mark)) : null,
    one.experience ? cell(felt, element('span', { className: 'value' }, one.experience.value),
      element('div', { className: 'small' }, one.experience.text), ...one.experience.marks.map(mark)) : null)
}

function lastRow(last) {
  return element('li', { className: 'row last' },
    element('div', {}, link(last.target, { className: 'title' }, last.title),
      element('div', { className: 'small' }, last.subtitle)),
    element('div', { className: 'words' }, ...last.lines.map((line, place) =>
      element('div', { className: place ? 'small' : '' }, line))))
}

function key(data) {
  return hidden(element('div', { className: 'key small' }, ...data.key.map(({ look: name, sign, text }) =>
    element('span', {}, element('span', look(name, data.looks), element('span', {}, sign)), text))))
}

function draw(root, data) {
  Object.entries(data.colours).forEach(([name, value]) => root.style.setProperty(`--${name}`, value))
  root.style.setProperty('--halves', data.halves)
  root.style.setProperty('--columns', data.widths)
  root.style.setProperty('--label', `${data.label + 6}px`)
  const list = element('ol', {}, ...data.rows.map((one) => row(one, data)), data.last ? lastRow(data.last) : null)
  list.setAttribute('aria-label', data.name)
  list.setAttribute('role', 'list')
  const head = hidden(element('div', { className: 'head' }, ...data.columns.map((text) => element('span', {}, text))))
  root.replaceChildren(...(data.last ? [head] : []), list, key(data), hidden(element('div', { className: 'tip' })))
}

// Arrows move among the squares of a row; Tab goes from row to row.
function step(event) {
  const from = event.target.closest('.strip a')
  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }
  if (!from || !moves[event.key]) return
  event.preventDefault()
  const strips = [...from.closest('.strips').querySelectorAll('.strip')].map((each) => [...each.querySelectorAll('a')])
  const level = strips.findIndex((each) => each.includes(from))
  const [across, down] = moves[event.key]
  const line = strips[level + down] ?? []
  const to = line[Math.min(strips[level].indexOf(from) + across, line.length - 1)]
  if (!to) return
  from.tabIndex = -1
  to.tabIndex = 0
  to.focus()
}

function tell(root, event) {
  const tip = root.querySelector('.tip')
  const named = event.target.closest?.('[data-name]')
  if (!tip) return
  tip.style.display = named && !['mouseout', 'focusout'].includes(event.type) ? 'block' : 'none'
  if (tip.style.display === 'none') return
  tip.textContent = named.dataset.name
  const [outer, inner] = [root.getBoundingClientRect(), named.getBoundingClientRect()]
  tip.style.left = `${Math.max(0, Math.min(inner.left - outer.left, outer.width - tip.offsetWidth))}px`
  tip.style.top = `${inner.bottom - outer.top + 6}px`
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.answers')
  const drawn = JSON.stringify(data)
  if (root.drawn === drawn) return
  root.drawn = drawn
  draw(root, data)
  root.onclick = (event) => {
    const to = event.target.closest('a')
    if (!to || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    setTriggerValue('destination', JSON.parse(to.dataset.query))
  }
  root.onkeydown = step
  if (root.listens) return
  root.listens = true
  for (const kind of ['mouseover', 'mouseout', 'focusin', 'focusout']) root.addEventListener(kind, (event) => tell(root, event))
}
