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

function row({ title, subtitle, href, query, cells }, columns) {
  const link = element('a', { href, target: '_self' }, title)
  link.dataset.query = JSON.stringify(query)
  const first = element('th', { attributes: { scope: 'row' } }, link)
  if (subtitle) first.append(element('div', { className: 'small' }, subtitle))
  const others = cells.map((text, place) => {
    const { label, isNumber } = columns[place + 1]
    const name = element('span', { className: 'label small' }, `${label}: `)
    return element('td', { className: `${isNumber ? 'number' : ''} ${text ? '' : 'empty'}` }, name, text || '–')
  })
  return element('tr', {}, first, ...others)
}

function draw(root, { name, columns, rows }) {
  const head = element('thead', {}, element('tr', {}, ...columns.map(heading)))
  const body = element('tbody', {}, ...rows.map((one) => row(one, columns)))
  root.replaceChildren(element('table', { attributes: { 'aria-label': name } }, head, body))
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.register')
  const drawn = JSON.stringify(data)
  root.onclick = (event) => {
    const button = event.target.closest('button')
    if (button) return setTriggerValue('sort', button.dataset.sort)
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    const link = event.target.closest('tbody tr')?.querySelector('a')
    if (!link || String(getSelection())) return
    event.preventDefault()
    setTriggerValue('destination', JSON.parse(link.dataset.query))
  }
  if (root.drawn === drawn) return
  const sorted = root.querySelector('button:focus')?.dataset.sort
  root.drawn = drawn
  draw(root, data)
  if (sorted) root.querySelector(`button[data-sort="${sorted}"]`)?.focus()
}
