// One message: who, when and what, with its cards.

import { drawCard } from "./cards.js";
import { announce, avatar, el } from "./dom.js";
import { isNamed, onceInSight } from "./refresh.js";
import { exactly, timeOf } from "./words.js";

/** Draws a message and can draw it again in its place. */
export class MessageView {
  #body = el("div", { class: "body" });
  #note = el("p", { class: "note", role: "status" });
  #shown = "";
  #mine = null;
  #busy = false;

  /** @param page me, people, press(click) → ClickResult, follow(url), grown(element). */
  constructor(message, page) {
    this.page = page;
    this.time = el("time", { datetime: message.at, title: exactly(message.at), text: timeOf(message.at) });
    this.edited = el("span", { class: "edited" });
    this.element = el("article", {
      id: `m-${message.id}`,
      class: message.from.isBot ? "message bot" : "message",
      tabindex: -1,
      "aria-label": `${message.from.name}, ${timeOf(message.at)}`,
    },
    avatar(message.from.name, message.from.isBot),
    el("div", { class: "said" },
      el("p", { class: "who" }, el("b", { text: message.from.name }), message.from.isBot && el("span", { class: "tag", text: "App" }), this.time, this.edited),
      this.#body,
      this.#note));
    this.show(message);
  }

  /** An edit by the bot ends what only this person saw. */
  show(message) {
    this.message = message;
    this.#mine = null;
    this.edited.textContent = message.editedAt && !message.content.cards.length ? "Edited" : "";
    this.element.classList.toggle("deleted", message.deleted);
    this.#draw();
    onceInSight(this.element, isNamed(message, this.page.me) ? () => this.#refresh() : null);
  }

  /** Nobody's hands are taken off what they are doing, and what was shown meanwhile is newer. */
  async #refresh() {
    const { message } = this;
    const result = await this.page.press({ conversation: message.conversation, message: message.id, type: "refresh" }).catch(() => null);
    if (result?.kind === "card" && this.message === message && !this.#mine && !this.#busy && !this.#body.contains(document.activeElement)) {
      this.#mine = result.card;
      this.#draw();
    }
  }

  #draw() {
    const { content, deleted } = this.message;
    const cards = this.#mine ? [this.#mine] : content.cards;
    const shown = JSON.stringify([deleted, content.text, content.mentions, cards]);
    // The same card drawn again would throw away what is being typed into it.
    if (shown === this.#shown) {
      return;
    }

    this.#shown = shown;
    const focused = this.#body.contains(document.activeElement) ? document.activeElement.textContent : null;
    this.#body.replaceChildren(...(deleted ? [el("p", { text: "This message was deleted." })] : [
      ...(content.text ? [words(content)] : []),
      ...cards.map(card => el("div", { class: "card" }, drawCard(card, this.#context()))),
    ]));
    if (focused !== null) {
      this.#refocus(focused);
    }
  }

  /** A button that was pressed is gone now: its namesake takes the focus, else the whole message. */
  #refocus(title) {
    const namesake = [...this.#body.querySelectorAll("button")].find(b => b.textContent === title && b.offsetParent);
    (namesake ?? this.element).focus({ preventScroll: true });
  }

  #context() {
    return {
      people: this.page.people,
      follow: this.page.follow,
      grown: this.page.grown,
      press: (type, verb, data) => this.#press(type, verb, data),
    };
  }

  async #press(type, verb, data) {
    if (this.#busy) {
      return;
    }

    this.#busy = true;
    this.element.setAttribute("aria-busy", "true");
    this.#say("");
    try {
      this.#take(await this.page.press({ conversation: this.message.conversation, message: this.message.id, type, verb, data }));
    } catch (fault) {
      this.#say(fault.message, "bad");
    } finally {
      this.#busy = false;
      this.element.removeAttribute("aria-busy");
    }
  }

  #take(result) {
    if (result.kind === "card") {
      this.#mine = result.card;
      this.#draw();
      const said = warning(result.card);
      // What the bot has to say stands at the card's top, which may be out of sight.
      this.page.grown(said ? this.#body.querySelector(".ac-container .ac-container") : this.element);
      announce(said || result.card.speak || "");
    } else if (result.text) {
      this.#say(result.text, result.kind === "error" ? "bad" : "");
    }
  }

  #say(text, kind = "") {
    this.#note.textContent = text;
    this.#note.className = `note ${kind}`;
  }
}

/** The words of a block at the top of a card that says what went wrong; empty where there is none. */
function warning(card) {
  const first = card.body?.[0];
  return ["attention", "warning"].includes(first?.style) ? texts(first).join(" ") : "";
}

const texts = node => (typeof node?.text === "string" ? [node.text] : (node?.items ?? node?.inlines ?? []).flatMap(texts));

/** A text with mentions comes as Teams' XML, one without as plain letters. */
function words({ text, mentions }) {
  const parts = [];
  let rest = text;
  for (const mention of mentions) {
    const at = mention.text ? rest.indexOf(mention.text) : -1;
    if (at >= 0) {
      parts.push(decoded(rest.slice(0, at)), el("span", { class: "mention", text: mention.name }));
      rest = rest.slice(at + mention.text.length);
    }
  }

  parts.push(...(mentions.length ? [decoded(rest)] : spoken(rest)));
  return el("p", { class: "words", dir: "auto" }, ...parts);
}

/** What a person typed: their mention of the bot is one. */
const spoken = text => text.split(/(@FeedbackBot)\b/i).map((part, i) => (i % 2 ? el("span", { class: "mention", text: "FeedbackBot" }) : part));

/** Reads the entities of Teams' XML; whatever tags there are give only their text, and nothing in them runs. */
const decoded = xml => new DOMParser().parseFromString(`<body><span>${xml}`, "text/html").body.textContent;
