/* Streamlit's own texts in the page's language. What people wrote is never touched: it stands in the places left out below. */
(() => {
  const { texts, patterns, wanted } = __TEXTS__;
  const rules = patterns.map(([pattern, said]) => [new RegExp(`^${pattern}$`), said]);
  const ATTRIBUTES = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
  const LOCALES = { da: "da-DK", en: "en-GB" };
  const LEFT_OUT = 'svg, script, style, textarea, [data-testid="stMarkdownContainer"], [data-testid="stText"], [data-testid="stTable"]';
  const OWN = '[data-testid="stFileUploaderDropzone"]';
  const SELF_SAID = '[data-testid="stPlotlyChart"], [data-testid="stImage"]';
  const english = new WeakMap();
  let language = "";

  const said = (text) => {
    if (language !== wanted) return text;
    const key = text.trim();
    if (Object.hasOwn(texts, key)) return text.replace(key, texts[key]);
    const rule = rules.find(([pattern]) => pattern.test(key));
    return rule ? text.replace(key, key.replace(...rule)) : text;
  };
  /* What stands there now, in English: what we wrote ourselves is looked up, all else is what it is. */
  const mend = (holder, slot, now, write) => {
    if (!now) return;
    const known = english.get(holder) ?? {};
    const source = known[slot]?.written === now ? known[slot].source : now;
    const written = said(source);
    if (written !== source || known[slot]) english.set(holder, { ...known, [slot]: { source, written } });
    if (written !== now) write(written);
  };
  const mendText = (node) => {
    const place = node.parentElement;
    if (place && (place.closest(OWN) || !place.closest(LEFT_OUT))) mend(node, "text", node.data, (text) => { node.data = text; });
  };
  const mendElement = (element) => {
    if (element.matches(SELF_SAID)) return;
    for (const name of ATTRIBUTES) mend(element, name, element.getAttribute(name), (text) => element.setAttribute(name, text));
  };
  const mendAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return mendText(root);
    if (!(root instanceof HTMLElement)) return undefined;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof SVGElement ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = root; node; node = walker.nextNode()) node.nodeType === Node.TEXT_NODE ? mendText(node) : mendElement(node);
    return undefined;
  };
  const follow = () => {
    const now = new URLSearchParams(location.search).get("lang") ?? wanted;
    if (now === language) return false;
    language = now;
    document.documentElement.lang = now;
    mendAll(document.body);
    return true;
  };
  const hear = (changes) => {
    if (follow()) return;
    for (const change of changes) {
      if (change.target instanceof SVGElement) continue;
      if (change.type === "childList") change.addedNodes.forEach(mendAll);
      else if (change.type === "characterData") mendText(change.target);
      else mendElement(change.target);
    }
  };
  /* Days are picked in a calendar that speaks the browser's language: here it speaks the page's. */
  Object.defineProperty(navigator, "language", { configurable: true, get: () => LOCALES[language] ?? language });
  follow();
  new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
})();
