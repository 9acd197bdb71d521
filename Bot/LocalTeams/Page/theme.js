// Dark or light as the machine likes it, until someone chooses here. Not a module: it runs before the first paint, so nothing flashes.
"use strict";
(() => {
  const root = document.documentElement;
  const machine = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : machine.matches);

  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // Storage can be switched off; then the choice lasts as long as the page.
    }
  };

  const chosen = remembered();
  if (chosen === "dark" || chosen === "light") {
    root.dataset.theme = chosen;
  }

  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const show = () => {
      button.setAttribute("aria-pressed", String(isDark()));
      button.querySelector("use").setAttribute("href", isDark() ? "#i-sun" : "#i-moon");
    };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // As above.
      }

      show();
    });
    machine.addEventListener("change", show);
    show();
  });
})();
