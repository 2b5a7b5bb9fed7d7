/** What a browser keeps for the page, in `localStorage` or `sessionStorage`: one that allows neither throws at their names. */

export function recall(storageName, name) {
  try {
    return globalThis[storageName].getItem(name);
  } catch {
    return null;
  }
}

export function keep(storageName, name, value) {
  try {
    globalThis[storageName].setItem(name, value);
  } catch {
    // Without storage it is simply asked again next time.
  }
}
