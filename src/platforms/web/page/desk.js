/** The desk's presses: what was given up is tried again. */

for (const button of document.querySelectorAll("button[data-delivery]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = button.parentElement.querySelector(".told");
    try {
      const response = await fetch("/api/retry", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ delivery: Number(button.dataset.delivery) }),
      });
      const answer = await response.json();
      told.textContent = answer.isRetried ? button.dataset.done : (answer.error ?? "–");
      button.hidden = true;
    } catch {
      told.textContent = document.body.dataset.fault;
    }
  });
}
