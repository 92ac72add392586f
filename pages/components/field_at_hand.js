// Puts the cursor into the field of a name, as soon as it stands on the page; once for each name.

const entry = (name) => {
  const field = document.getElementsByClassName(name)[0]
  return field?.querySelector('input:checked') ?? field?.querySelector('textarea, input')
}

function focus(name) {
  const input = entry(name)
  if (!input) return false
  input.scrollIntoView({ block: 'center' })
  input.focus({ preventScroll: true })
  return true
}

export default function ({ data, parentElement }) {
  if (parentElement.focused === data.name) return undefined
  parentElement.focused = data.name
  if (focus(data.name)) return undefined
  const watch = new MutationObserver(() => { if (focus(data.name)) watch.disconnect() })
  watch.observe(document.body, { childList: true, subtree: true })
  return () => watch.disconnect()
}
