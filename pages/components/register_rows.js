// The register as rows, as pages/components/register_rows.py describes them. Every text is set as text. A heading is a
// button that sorts; a title is a link, and a click anywhere in its row follows it within the visit.

function element(tag, { attributes = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value))
  made.append(...children)
  return made
}

function heading({ key, label, order, isNumber }) {
  const arrow = { ascending: ' ▲', descending: ' ▼' }[order] ?? ''
  const button = element('button', { type: 'button' }, label, element('span', { attributes: { 'aria-hidden': 'true' } }, arrow))
  button.dataset.sort = key
  const attributes = { scope: 'col', 'aria-sort': order || 'none' }
  return element('th', { className: isNumber ? 'number' : '', attributes }, button)
}

function box(name, key) {
  const input = element('input', { type: 'checkbox', attributes: { 'aria-label': name } })
  input.dataset.box = key
  return input
}

function row({ key, title, subtitle, href, query, cells }, columns, choice) {
  const link = element('a', { href, target: '_self' }, title)
  link.dataset.query = JSON.stringify(query)
  const first = element('th', { attributes: { scope: 'row' } }, link)
  if (subtitle) first.append(element('div', { className: 'small' }, subtitle))
  const others = cells.map((text, place) => {
    const { label, isNumber } = columns[place + 1]
    const name = element('span', { className: 'label small' }, `${label}: `)
    return element('td', { className: `${isNumber ? 'number' : ''} ${text ? '' : 'empty'}` }, name, text || '–')
  })
  const boxes = choice ? [element('td', { className: 'box' }, box(title, key))] : []
  return element('tr', {}, ...boxes, first, ...others)
}

function draw(root, { name, columns, rows, choice }) {
  const all = choice ? [element('label', { className: 'all' }, box(choice.all, ''), choice.all)] : []
  const corner = choice ? [element('td', { className: 'box' })] : []
  const head = element('thead', {}, element('tr', {}, ...corner, ...columns.map(heading)))
  const body = element('tbody', {}, ...rows.map((one) => row(one, columns, choice)))
  root.replaceChildren(...all, element('table', { attributes: { 'aria-label': name } }, head, body))
}

// The boxes of a page are set by the server when it draws the page, or has chosen itself; after that they are the person's.
function tick(root, { rows, choice }) {
  const drawn = `${choice?.version} ${rows.map(({ key }) => key)}`
  if (root.ticked === drawn) return
  root.ticked = drawn
  root.chosen = new Set(choice?.chosen)
  root.last = null
}

function showTicks(root, { rows }) {
  root.querySelectorAll('[data-box]').forEach((each) => {
    const all = !each.dataset.box
    each.checked = all ? rows.length && rows.every(({ key }) => root.chosen.has(key)) : root.chosen.has(each.dataset.box)
    if (all) each.indeterminate = !each.checked && root.chosen.size > 0
  })
}

// With the shift key all boxes from the last one on are set.
function choose(root, { rows }, input, withShift) {
  const keys = rows.map(({ key }) => key)
  const place = keys.indexOf(input.dataset.box)
  const from = withShift && root.last !== null ? root.last : place
  const range = place < 0 ? keys : keys.slice(Math.min(from, place), Math.max(from, place) + 1)
  range.forEach((key) => (input.checked ? root.chosen.add(key) : root.chosen.delete(key)))
  root.last = place < 0 ? null : place
  return { page: keys, chosen: keys.filter((key) => root.chosen.has(key)) }
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector('.register')
  const { choice, ...rest } = data
  const drawn = JSON.stringify([rest, Boolean(choice)])
  root.onclick = (event) => {
    const button = event.target.closest('button')
    if (button) return setTriggerValue('sort', button.dataset.sort)
    const input = event.target.closest('input')
    if (input) {
      setStateValue('boxes', choose(root, data, input, event.shiftKey))
      return showTicks(root, data)
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button || event.target.closest('label')) return
    const link = event.target.closest('tbody tr')?.querySelector('a')
    if (!link || String(getSelection())) return
    const own = event.target.closest('tr').querySelector('input')
    if (own && !event.target.closest('a')) return own.click()
    event.preventDefault()
    setTriggerValue('destination', JSON.parse(link.dataset.query))
  }
  tick(root, data)
  if (root.drawn !== drawn) {
    const sorted = root.querySelector('button:focus')?.dataset.sort
    root.drawn = drawn
    draw(root, data)
    if (sorted) root.querySelector(`button[data-sort="${sorted}"]`)?.focus()
  }
  showTicks(root, data)
}
