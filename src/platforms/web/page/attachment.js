/** The file that goes along with a line: chosen or dropped, shown by its name, and taken off again. */

import { say } from "./texts.js";

const BASE64_PREFIX = /^[^,]*,/;

/** Null for a file the bot would not take anyway: only its size is sent, and the bot says why. */
function readBase64(file, bytesMax) {
  if (file.size > bytesMax) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.replace(BASE64_PREFIX, "")));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

export function startAttachment({ form, input, button, chip, onChosen }) {
  const bytesMax = Number(input.dataset.bytesMax);
  let chosen = null;

  function choose(file) {
    chosen = file ?? null;
    input.value = "";
    chip.hidden = chosen === null;
    chip.textContent = chosen === null ? "" : `${chosen.name} ×`;
    chip.setAttribute("aria-label", say("web.detach", { name: chosen?.name ?? "" }));
    if (chosen !== null) onChosen();
  }

  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => choose(input.files[0]));
  chip.addEventListener("click", () => choose(null));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) choose(event.dataTransfer.files[0]);
  });
  return {
    /** Takes the file off; null when there is none. */
    take() {
      const file = chosen;
      choose(null);
      return file;
    },
    putBack: choose,
    /** As it is sent with the line. */
    async toSent(file) {
      if (file === null) return null;
      const { name, type, size } = file;
      return { name, type, size, base64: await readBase64(file, bytesMax) };
    },
  };
}
