// Laid into every page before its own scripts: what can be read in it, what is drawn, and when.
window.benchmark = (() => {
  const PICTURES = ["stPlotlyChart", "stBidiComponentRegular", "stBidiComponentIsolated"];
  const marked = (name) => [...document.querySelectorAll(`[data-testid="${name}"]`)];

  // A component of version 2 may keep its content in a shadow root.
  const shadows = (root) => [root, ...root.querySelectorAll("*")].flatMap((each) => each.shadowRoot ?? []);
  const hasContent = (picture) =>
    [picture, ...shadows(picture)].some((root) => root.querySelector("svg, canvas, img, a, p, table"));
  const stands = (picture) =>
    picture.dataset.testid === "stPlotlyChart" ? picture.querySelector(".main-svg") : hasContent(picture);

  const texts = (root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent.split("·")[0].trim();
      if (text && walker.currentNode.parentElement?.checkVisibility()) found.push(text);
    }
    return found.concat(shadows(root).flatMap(texts));
  };

  const benchmark = { readable: 0, drawn: 0 };

  // Nothing runs, nothing is awaited, and every picture has its content.
  benchmark.isDrawn = () => {
    const pictures = PICTURES.flatMap(marked);
    return (
      document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]') !== null &&
      document.querySelector('[data-testid="stMain"] h1') !== null &&
      marked("stSkeleton").length === 0 &&
      pictures.every(stands) &&
      [...document.images].every((image) => image.complete)
    );
  };

  // The title names every verdict, or each word stands on the page as a text of its own, as often as asked.
  benchmark.isReadable = ({ title, words }) => {
    const main = document.querySelector('[data-testid="stMain"]');
    const all = main ? texts(main) : [];
    return all.includes(title) || Object.entries(words).every(([word, times]) => all.filter((text) => text === word).length >= times);
  };

  benchmark.watch = (verdicts) => {
    const look = () => {
      if (!benchmark.readable && benchmark.isReadable(verdicts)) benchmark.readable = performance.now();
      if (benchmark.readable && !benchmark.drawn && benchmark.isDrawn()) benchmark.drawn = performance.now();
      if (!benchmark.drawn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  // From the click on a page of the menu until it is drawn, in milliseconds.
  benchmark.change = async ([link, title]) => {
    const begun = performance.now();
    const heading = () => document.querySelector('[data-testid="stMain"] h1')?.innerText;
    const frame = () => new Promise(requestAnimationFrame);
    [...document.querySelectorAll('[data-testid="stSidebarNavLink"]')]
      .find((each) => new URL(each.href).pathname === link)
      .click();
    while (heading() !== title || !benchmark.isDrawn()) await frame();
    return performance.now() - begun;
  };

  return benchmark;
})();
