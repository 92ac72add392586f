// What somebody meets on a page who walks it with the keyboard or has it read: everything folded is opened first.
() => {
  document.querySelectorAll('details').forEach((each) => { each.open = true })
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const placed = (element) => {
    const { width, height, right } = element.getBoundingClientRect()
    return Math.min(width, height) >= 8 && right > 0
  }
  const seen = (element) => [element, ...(element.labels ?? [])].some((each) => shown(each) && placed(each))
  const meet = (element) => {
    element.focus({ preventScroll: true })
    return document.activeElement === element ? [{ element, seen: seen(element) }] : []
  }
  const able = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]
  const met = able.filter((each) => each.tabIndex >= 0).flatMap(meet)
  document.activeElement.blur()
  const words = (element) => [element.getAttribute('aria-label'), element.title, element.innerText,
    ...[...(element.labels ?? [])].map((each) => each.innerText)].join('').trim()
  const stops = met.map(({ element, seen }) => ( // the computed name is slow: only where no words are at hand
    { name: words(element) || element.computedName, seen, html: element.outerHTML.slice(0, 200) }))
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(shown).map((each) => Number(each.tagName[1]))
  const SAID = ['aria-label', 'aria-valuetext', 'placeholder', 'title']
  const attributes = SAID.flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name)))
  const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stText"], [data-testid="stCode"], [aria-hidden="true"], script, style, noscript, svg'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const drawn = []
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(OURS)) drawn.push(walker.currentNode.data)
  return { stops, headings, texts: [...attributes, ...drawn] }
}
