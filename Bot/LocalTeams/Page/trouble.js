// Tells this Teams to misbehave, and shows how it misbehaves at present.

import { api } from "./api.js";
import { byId, el, icon } from "./dom.js";
import { drawer } from "./drawer.js";
import { field } from "./postbox.js";
import { count, timeOf } from "./words.js";

const kinds = {
  429: ["Too many requests", "Answers 429 and names a wait, as Teams does to a bot that is too quick."],
  412: ["Two at once", "Answers 412 when two requests meet in one conversation."],
  500: ["Server error", "Answers 500."],
  502: ["Bad gateway", "Answers 502."],
  503: ["Unavailable", "Answers 503 and names a wait."],
  "lost-answer": ["Lost answers", "Does what the bot asks, then breaks the line before answering."],
  "repeat-invokes": ["Repeated clicks", "Sends every click three times, as Teams does when it loses patience."],
  slow: ["Slow answers", "Waits before each answer."],
  "bot-removed": ["Bot removed", "Removes FeedbackBot from the team and installs it again afterwards."],
};

const nameOf = kind => kinds[kind]?.[0] ?? kind;

export class Trouble {
  #active = [];
  #timer = 0;
  #on = el("ul", { class: "active", role: "list" });
  #fault = el("p", { class: "note bad", role: "alert" });

  /** @param here Gives the conversation that is open, and its name. */
  constructor(here) {
    this.here = here;
    this.strip = el("div", { class: "strip warning" });
    this.seconds = el("input", { id: "trouble-seconds", type: "number", min: 1, max: 86400, value: "60" });
    this.count = el("input", { id: "trouble-count", type: "number", min: 1, placeholder: "all" });
    this.wait = el("input", { id: "trouble-wait", type: "number", min: 0, max: 3600, value: "5" });
    this.only = el("input", { id: "trouble-only", type: "checkbox" });
    this.onlyName = el("span");
    drawer(byId("open-trouble"), "Misbehave", el("div", { class: "fields" },
      el("p", { class: "hint", text: "Teams isn't always kind to bots. Switch something on, use the page, and watch that nothing gets lost." }),
      this.#on,
      el("div", { class: "trio" }, field("For seconds", this.seconds), field("Requests", this.count), field("Retry-After, s", this.wait)),
      el("label", { class: "check", for: this.only.id }, this.only, this.onlyName),
      el("ul", { class: "kinds", role: "list" }, ...Object.entries(kinds).sort(byPlace).map(([kind, [name, what]]) => el("li", {},
        el("div", {}, el("b", { text: name }), el("p", { text: what })),
        el("button", { type: "button", class: "quiet edge", text: "Switch on", "aria-label": `Switch on: ${name}`, onclick: () => this.#start(kind) })))),
      this.#fault));
    byId("open-trouble").addEventListener("click", () => {
      this.#fault.textContent = "";
      this.onlyName.textContent = `Only in ${this.here().name}`;
    });
    byId("strips").append(this.strip);
  }

  show(active) {
    clearTimeout(this.#timer);
    this.#active = active;
    const end = Math.min(...active.map(a => Date.parse(a.until)));
    if (active.length) {
      this.#timer = setTimeout(() => this.refresh(), Math.max(500, end - Date.now() + 200));
    }

    this.#draw();
  }

  async refresh() {
    try {
      this.show(await api.misbehaviour());
    } catch {
      // The line is down, which the page says already; the next state brings it.
    }
  }

  #draw() {
    const isOn = this.#active.length > 0;
    byId("open-trouble").classList.toggle("on", isOn);
    this.#on.replaceChildren(...this.#active.map(a => el("li", {}, el("b", { text: nameOf(a.kind) }), ` ${until(a)}`)));
    if (isOn) {
      this.#on.append(el("li", {}, this.#off()));
    }

    this.strip.replaceChildren(...(isOn ? [
      icon("bolt"), el("span", { text: `Teams misbehaves: ${this.#active.map(a => nameOf(a.kind).toLowerCase()).join(", ")}.` }), this.#off(),
    ] : []));
  }

  #off() {
    return el("button", { type: "button", class: "quiet edge", text: "Behave again", onclick: () => this.#order({ kind: "off" }) });
  }

  #start(kind) {
    const number = input => (input.value === "" ? null : Number(input.value));
    return this.#order({
      kind,
      seconds: number(this.seconds),
      count: number(this.count),
      retryAfter: number(this.wait),
      channel: this.only.checked ? this.here().id : null,
    });
  }

  async #order(order) {
    this.#fault.textContent = "";
    try {
      this.show(await api.misbehave(order));
    } catch (fault) {
      this.#fault.textContent = fault.message;
    }
  }
}

const until = ({ until: end, left }) => `until ${timeOf(end)}${left ? `, for ${count(left, "more request", "more requests")}` : ""}`;

/** As written above; a JavaScript object puts whole numbers first in any case. */
const byPlace = ([a], [b]) => Number.isNaN(Number(a)) - Number.isNaN(Number(b));
