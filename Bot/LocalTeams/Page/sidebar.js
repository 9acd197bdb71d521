// Who one is, and where one can go.

import { avatar, byId, el, icon } from "./dom.js";
import { count } from "./words.js";

const narrow = matchMedia("(max-width: 760px)");

export class Sidebar {
  #people = el("fieldset", { class: "people" });
  #chats = el("ul", { role: "list" });
  #channels = el("ul", { role: "list" });
  #fault = el("p", { class: "note bad", role: "alert" });

  /** @param page become(person), go(conversation), create(name). */
  constructor(page) {
    this.page = page;
    this.nav = byId("sidebar");
    this.menu = byId("menu");
    this.nav.append(
      this.#people,
      el("h2", { text: "Chat" }), this.#chats,
      el("h2", { text: "Channels" }), this.#channels,
      this.#newChannel(), this.#fault);
    this.nav.addEventListener("keydown", event => this.#arrows(event));
    this.menu.addEventListener("click", () => this.toggle(!this.isOpen));
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && narrow.matches && this.isOpen && !document.querySelector("dialog[open]")) {
        this.toggle(false);
        this.menu.focus();
      }
    });
    narrow.addEventListener("change", () => this.toggle(false));
    this.toggle(false);
  }

  get isOpen() {
    return this.menu.getAttribute("aria-expanded") === "true";
  }

  /** On a narrow screen the list lies over the conversation. */
  toggle(open) {
    this.menu.setAttribute("aria-expanded", String(open));
    this.nav.classList.toggle("open", open);
    this.nav.inert = narrow.matches && !open;
    byId("conversation").inert = narrow.matches && open;
    if (open) {
      this.nav.querySelector("[aria-current]")?.focus();
    }
  }

  showPeople(people, me) {
    const name = person => person.name.replace(` (${person.role})`, "");
    const hadFocus = this.#people.contains(document.activeElement);
    this.#people.replaceChildren(
      el("legend", { text: "You are" }),
      el("div", { class: "faces" }, ...people.map(person => el("label", { class: "person" },
        el("input", { type: "radio", name: "person", value: person.id, checked: person.id === me.id, onchange: () => this.page.become(person.id), "aria-label": `${name(person)}, ${person.role}` }),
        avatar(person.name, false),
        el("span", { text: person.role })))),
      el("p", { class: "me" }, el("b", { text: name(me) }), ` · ${me.role}`));
    if (hadFocus) {
      this.#people.querySelector(":checked")?.focus({ preventScroll: true });
    }
  }

  showConversations(model, current) {
    const hadFocus = this.nav.contains(document.activeElement) ? document.activeElement.dataset?.conversation : null;
    const all = [...model.conversations.values()];
    this.#chats.replaceChildren(...all.filter(c => !c.isChannel).map(c => this.#entry(c, current)));
    this.#channels.replaceChildren(...all.filter(c => c.isChannel).map(c => this.#entry(c, current)));
    if (hadFocus) {
      this.nav.querySelector(`[data-conversation="${CSS.escape(hadFocus)}"]`)?.focus({ preventScroll: true });
    }

    const unread = model.unread;
    this.menu.classList.toggle("dot", unread > 0);
    document.title = `${unread ? `(${unread}) ` : ""}${model.conversations.get(current)?.name ?? "FeedbackBot"} · ${model.organisation}`;
  }

  #entry(conversation, current) {
    const { id, name, unread, isChannel } = conversation;
    return el("li", {}, el("a", {
      href: `/?${new URLSearchParams({ conversation: id })}`,
      class: unread ? "place unread" : "place",
      "data-conversation": id,
      "aria-current": id === current && "page",
      onclick: event => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          this.page.go(id);
        }
      },
    },
    isChannel ? el("span", { class: "hash", "aria-hidden": "true", text: "#" }) : icon("chat"),
    el("span", { class: "title", text: name }),
    unread > 0 && el("span", { class: "count" }, String(unread), el("span", { class: "hidden", text: ` ${count(unread, "unread message", "unread messages").replace(/^\d+ /, "")}` }))));
  }

  #arrows(event) {
    const places = [...this.nav.querySelectorAll("a.place")];
    const at = places.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: places.length - 1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      places[Math.max(0, Math.min(to, places.length - 1))].focus();
    }
  }

  #newChannel() {
    const name = el("input", { type: "text", "aria-label": "Name of the new channel", placeholder: "New channel", maxlength: 50, required: true });
    return el("form", { class: "new-channel", onsubmit: async event => {
      event.preventDefault();
      this.#fault.textContent = "";
      try {
        await this.page.create(name.value);
        name.value = "";
      } catch (fault) {
        this.#fault.textContent = fault.message;
      }
    } }, name, el("button", { class: "quiet", "aria-label": "Make the channel" }, icon("plus")));
  }
}
