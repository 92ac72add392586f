/* One press of Back is one step, and comes back to the same place on the page.

An address that Streamlit pushes is a step only where a person has acted and that act was sent to the server: the first one then; and so
is one that a field of the page writes when a person has acted in it. All others (what a first visit, a menu or Back leaves out and the
script adds, the second part of one choice) replace the address there is.
Each step remembers how far its page was scrolled, for as long as the tab is open. */
(() => {
  const STORE = "oejenhoejde places";
  const STEPS_KEPT = 200;
  const CALM_FRAMES = 60;
  const LONGEST_WAY = 20_000;
  const ACTS = ["pointerdown", "click", "keydown", "input", "change", "drop"];
  const SCROLLS = ["wheel", "touchmove"];

  let hasActed = false;
  let isStep = false;
  let isComingBack = false;

  const readPlaces = () => {
    try { return JSON.parse(sessionStorage.getItem(STORE)) ?? {}; } catch { return {}; }
  };
  const places = readPlaces();
  const freshStep = () => `${Date.now()}-${Math.random()}`;
  const main = () => document.querySelector('[data-testid="stMain"]');
  const isIdle = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";

  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  let step = history.state?.step ?? freshStep();
  replace({ ...history.state, step }, "");

  /* Not while the page is still on its way back to its place: the older note is right then. */
  const notePlace = () => {
    if (isComingBack || !main()) return;
    delete places[step];
    places[step] = main().scrollTop;
    for (const old of Object.keys(places).slice(0, -STEPS_KEPT)) delete places[old];
    try { sessionStorage.setItem(STORE, JSON.stringify(places)); } catch { /* a full or forbidden store: the place is lost, no more */ }
  };

  /* The page is drawn bit by bit, and Streamlit scrolls a new one to its top: the place is held until the script has run and all stands
  still, or a person moves. A busy server may begin late; where it never does, the milliseconds end it. */
  const comeBack = () => {
    const top = places[step];
    if (top === undefined) return;
    const here = step;
    let calm = 0;
    let height = -1;
    let hasRun = false;
    const began = performance.now();
    isComingBack = true;
    const hold = () => {
      if (!isComingBack || step !== here) return;
      const page = main();
      if (page) page.scrollTop = top;
      hasRun ||= !isIdle();
      calm = page && hasRun && isIdle() && page.scrollHeight === height ? calm + 1 : 0;
      height = page?.scrollHeight ?? -1;
      if (calm > CALM_FRAMES || performance.now() - began > LONGEST_WAY) isComingBack = false;
      else requestAnimationFrame(hold);
    };
    hold();
  };

  const inOrder = (url) => {
    const parameters = new URLSearchParams(url.search);
    parameters.sort();
    return `${url.pathname}?${parameters}`;
  };
  const isSameAddress = (url) => inOrder(new URL(url, location.href)) === inOrder(location);

  const stay = (state, unused, url) => replace({ ...state, step }, unused, url);
  const go = (state, unused, url) => {
    hasActed = isStep = isComingBack = false;
    step = freshStep();
    return push({ ...state, step }, unused, url);
  };
  /* A field that is bound to the address writes it by itself, before it is sent, and always in place. */
  history.replaceState = (state, unused, url) => {
    if (!(hasActed || isStep) || url === undefined || isSameAddress(url)) return stay(state, unused, url);
    notePlace();
    return go(state, unused, url);
  };
  history.pushState = (state, unused, url) => {
    if (!isStep || isSameAddress(url)) return stay(state, unused, url);
    notePlace();
    return go(state, unused, url);
  };

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (hasActed) { isStep = true; hasActed = false; }
    return send.call(this, data);
  };
  const early = { capture: true, passive: true };
  for (const kind of ACTS) addEventListener(kind, (event) => { if (event.isTrusted) { hasActed = true; isComingBack = false; } }, early);
  for (const kind of SCROLLS) addEventListener(kind, () => { isComingBack = false; }, early);
  addEventListener("pagehide", notePlace);
  addEventListener("popstate", (event) => {
    notePlace();
    hasActed = isStep = isComingBack = false;
    step = event.state?.step ?? freshStep();
    replace({ ...event.state, step }, "");
    comeBack();
  });
  if (places[step]) comeBack();
})();
