// A sentence at the edge that goes away by itself, with at most one thing to press.

import { byId, el, icon } from "./dom.js";

let timer = 0;

/** @param action label and act; such a toast stays until it is pressed or closed, because nobody should have to hurry. */
export function toast(text, action = null) {
  const box = byId("toast");
  const close = () => box.replaceChildren();
  clearTimeout(timer);
  box.replaceChildren(el("div", { class: "toast" },
    el("span", { text }),
    action && el("button", { type: "button", class: "quiet edge", text: action.label, onclick: () => {
      close();
      action.act();
    } }),
    el("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: close }, icon("close"))));
  if (!action) {
    timer = setTimeout(close, 8000);
  }
}
