/** A chosen file as text that can be sent along in JSON. */

const BASE64_PREFIX = /^[^,]*,/;

/** Null for a file the bot would not take anyway: only its size is sent, and the bot says why. */
export function readBase64(file, bytesMax) {
  if (file.size > bytesMax) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.replace(BASE64_PREFIX, "")));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
