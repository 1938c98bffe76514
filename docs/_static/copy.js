// A button that copies each block of code; what a block prints has none.
document.addEventListener("DOMContentLoaded", () => {
  if (!navigator.clipboard) return; // the page did not come over https, nor from this machine
  for (const code of document.querySelectorAll(".highlight > pre")) {
    if (code.closest(".highlight-output, .highlight-text")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    code.after(button);
  }
});
