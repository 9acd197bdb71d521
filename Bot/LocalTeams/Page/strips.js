// What holds for the whole page at present, in strips across it.

import { byId, el } from "./dom.js";

const line = el("div", { class: "strip bad" });
const away = el("div", { class: "strip" });
byId("strips").append(line, away);

export const strips = {
  up: () => line.replaceChildren(),

  down() {
    if (!line.textContent) {
      line.append("Connection lost – trying again…");
    }
  },

  failed(fault, again) {
    line.replaceChildren(fault, el("button", { type: "button", class: "quiet edge", text: "Try again", onclick: again }));
  },

  removed(isRemoved) {
    away.textContent = isRemoved ? "FeedbackBot isn't in this team at present. What it has to say waits." : "";
  },
};
