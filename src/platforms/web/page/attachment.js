/** The file that goes along with a line: chosen or dropped, shown by its name, and taken off again. */

import { readBase64 } from "./files.js";
import { say } from "./texts.js";

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
  // Wherever on the page: a file dropped beside the line would open in its place.
  const show = (isOver) => form.classList.toggle("dropping", isOver);
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    show(true);
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) show(false);
  });
  document.addEventListener("drop", (event) => {
    show(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    choose(file);
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
