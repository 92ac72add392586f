/* What Streamlit leaves out for those who use the keyboard, a screen reader or large type. Names are in English:
   streamlit_texts.js has them in Danish. */
(() => {
  const label = (element) => element?.getAttribute("aria-label");
  const NAMES = {
    'main[data-testid="stMain"]': () => "Page content",
    'canvas[data-testid="data-grid-canvas"]': (canvas) => label(canvas.closest('[role="region"]')),
    '[data-testid="stTable"] > div': (scroller) => label(scroller.querySelector("table")),
    'img.stLogo': () => "Øjenhøjde",
    '[data-testid="stCode"] [tabindex="0"]': () => "Text to copy",
  };
  const named = Object.keys(NAMES).join();
  const mend = (element) => {
    const selector = Object.keys(NAMES).find((each) => element.matches(each));
    const name = NAMES[selector](element);
    if (!name || element.dataset.name === name) return;
    element.dataset.name = name;
    if (element instanceof HTMLDivElement || element instanceof HTMLPreElement) element.setAttribute("role", "group");
    element.setAttribute("aria-label", name);
  };
  /* A table's tools show under the mouse; here also while one of them is in use from the keyboard. A low window, such as a
     laptop's at 200 %, begins with what the page says and not with room around it. Lines of a button without a frame begin
     where those of a text do. */
  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    [data-testid="stElementToolbar"]:focus-within { opacity: 1 !important; }
    [data-testid="stBaseButton-tertiary"] p { text-align: start !important; }
    @media (max-height: 560px) {
      [data-testid="stMainBlockContainer"] { padding-top: 3.75rem !important; }
      [data-testid="stMainBlockContainer"] h1 { font-size: 1.5rem !important; padding: 0.25rem 0 !important; }
      [data-testid="stVerticalBlock"] { gap: 0.5rem !important; }
    }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  /* A menu that is folded away has no stops. A chart's own words say all that it shows: the words drawn in it, line by line,
     would be read once more, and run together. */
  const mendAll = () => {
    document.querySelectorAll(named).forEach(mend);
    document.querySelectorAll('[data-testid="stSidebar"]').forEach((menu) => { menu.inert = menu.dataset.collapsed === "true"; });
    const drawings = document.querySelectorAll('[data-testid="stPlotlyChart"] svg:not([aria-hidden])');
    drawings.forEach((drawing) => { drawing.ariaHidden = "true"; });
  };
  mendAll();
  new MutationObserver(mendAll).observe(document.body,
    { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "data-collapsed"] });
})();
