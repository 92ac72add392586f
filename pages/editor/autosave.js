export default function() {
    const waiting = new Map();
    const isText = (area) => area instanceof HTMLTextAreaElement;
    const forget = (area) => { clearTimeout(waiting.get(area)); waiting.delete(area); };
    const send = (area) => {
        forget(area);
        const keys = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
        const enter = new KeyboardEvent("keydown", keys);
        // The field hears it; whoever listens for shortcuts must not, as no key is ever let go.
        const stop = (event) => { if (event === enter) event.stopPropagation(); };
        document.body.addEventListener("keydown", stop);
        area.dispatchEvent(enter);
        document.body.removeEventListener("keydown", stop);
    };
    const wrote = (event) => {
        if (!isText(event.target)) return;
        forget(event.target);
        waiting.set(event.target, setTimeout(() => send(event.target), __PAUSE__));
    };
    const left = (event) => { if (isText(event.target)) forget(event.target); };
    const pressed = (event) => {
        if (!event.altKey || !isText(event.target)) return;
        const asked = `ALT+${event.key.toUpperCase()}`;
        const key = (mark) => mark.textContent.replace(/\s/g, "").toUpperCase();
        const named = [...document.querySelectorAll("button kbd")].find((mark) => key(mark) === asked);
        if (!named) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        send(event.target);
        setTimeout(() => named.closest("button").click(), __SETTLE__);
    };
    document.addEventListener("input", wrote, true);
    document.addEventListener("focusout", left, true);
    document.addEventListener("keydown", pressed, true);
    return () => {
        document.removeEventListener("input", wrote, true);
        document.removeEventListener("focusout", left, true);
        document.removeEventListener("keydown", pressed, true);
        waiting.forEach((timer) => clearTimeout(timer));
    };
}
