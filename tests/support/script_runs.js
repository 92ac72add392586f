// Laid into every page of the tests before its own scripts: counts the runs of the script that have ended, as the server
// says so. What the page shows of it cannot be counted: on a busy machine a quick run begins and ends between two drawings.
(() => {
  const FINISHED = (6 << 3) | 0 // ForwardMsg.script_finished
  const EARLY_FOR_RERUN = 2

  // Whether a message says that a run has ended: its fields are gone through, nested ones unread.
  function isEnd(bytes) {
    let at = 0
    const number = () => {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = bytes[at++]
        value += (byte & 127) * 2 ** shift
        if (byte < 128) return value
      }
    }
    while (at < bytes.length) {
      const tag = number()
      const value = number() // a length, where the field is nested
      if (tag === FINISHED) return value !== EARLY_FOR_RERUN
      if (tag & 7) at += value
    }
    return false
  }

  window.runsEnded = 0
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how)
      this.addEventListener('message', async ({ data }) => {
        if (typeof data === 'string') return
        const bytes = new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : data)
        if (isEnd(bytes)) setTimeout(() => (window.runsEnded += 1))
      })
    }
  }
})()
