// Finds cases from the compose box and puts one into the conversation, as a message extension does in Teams.

import { api } from "./api.js";
import { el } from "./dom.js";
import { drawer } from "./drawer.js";

const fields = [["words", "Words"], ["ward", "Ward"], ["state", "State"]];

/**
 * @param whereabouts Gives { person, conversation }: who searches, and where the card goes.
 * @returns The button that opens it.
 */
export function finder(whereabouts) {
  const opener = el("button", { type: "button", class: "chip", id: "finder", text: "find a case…" });
  const results = el("ul", { class: "found" });
  const note = el("p", { class: "note", role: "status" });
  const form = el("form", { class: "fields", onsubmit: search },
    ...fields.map(([name, label]) => el("div", { class: "field" },
      el("label", { for: `find-${name}`, text: label }), el("input", { id: `find-${name}`, name, maxlength: 200, autocomplete: "off" }))),
    el("div", { class: "actions" }, el("button", { class: "primary", text: "Find" })),
    note,
    results);
  const dialog = drawer(opener, "Find a case", form);
  opener.addEventListener("click", () => form.requestSubmit());
  let newest = 0;

  async function search(event) {
    event.preventDefault();
    const mine = ++newest;
    try {
      const found = await api.find({ ...whereabouts(), ...Object.fromEntries(new FormData(form)) });
      // An earlier search may be answered after a later one.
      if (mine === newest) {
        note.textContent = found.text ?? "";
        results.replaceChildren(...found.results.map(row));
      }
    } catch (fault) {
      note.textContent = fault.message;
    }
  }

  const row = ({ title, text, card }) => el("li", {}, el("button", { type: "button", onclick: () => choose(card) },
    el("b", { text: title }), el("span", { text })));

  async function choose(card) {
    try {
      const { person, conversation } = whereabouts();
      await api.insert(person, conversation, card);
      dialog.close();
    } catch (fault) {
      note.textContent = fault.message;
    }
  }

  return opener;
}
