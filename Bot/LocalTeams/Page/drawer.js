// A panel at the side that holds the keyboard until it is closed; the browser's own dialog does the work.

import { el, icon } from "./dom.js";

export function drawer(opener, title, ...content) {
  const id = `${opener.id}-title`;
  const dialog = el("dialog", { class: "drawer", "aria-labelledby": id },
    el("header", {}, el("h2", { id, text: title }),
      el("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: () => dialog.close() }, icon("close"))),
    ...content);
  // A press beside the panel lands on the dialog itself.
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  document.body.append(dialog);
  opener.addEventListener("click", () => dialog.showModal());
  return dialog;
}
