// The button under a thread, and the box that it becomes.

import { composer } from "./compose.js";
import { el, icon } from "./dom.js";

/** @param page reply(thread, text) sends it; grown(element): something unfolded. */
export function replyButton(root, page) {
  const button = el("button", { type: "button", class: "reply", onclick: open }, icon("reply"), "Reply");

  function open() {
    const form = composer({ label: `Reply to ${root.from.name}`, isChannel: true, replies: true }, async text => {
      await page.reply(root.id, text);
      close(form);
    });
    form.addEventListener("keydown", event => event.key === "Escape" && close(form));
    button.replaceWith(form);
    form.querySelector("textarea").focus();
    page.grown(form);
  }

  function close(form) {
    form.replaceWith(button);
    button.focus();
  }

  return button;
}
