// The messages of the conversation that is open: newest below, and never moved under a reader's eyes.

import { byId, el, icon } from "./dom.js";
import { MessageView } from "./message.js";
import { replyButton } from "./reply.js";
import { count, dayOf } from "./words.js";

const near = 60;

export class Feed {
  #views = new Map();
  #threads = new Map();
  #isPinned = true;
  #top = 0;
  #missed = 0;

  /** @param page me, people, press, follow, reply(thread, text), older(), seen(): the reader is at the end. */
  constructor(page) {
    this.page = { ...page, grown: element => this.#grown(element) };
    this.box = byId("feed");
    this.list = byId("threads");
    this.pill = byId("newest");
    this.box.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    byId("older").addEventListener("click", () => this.page.older());
    this.pill.addEventListener("click", () => this.toEnd(true));
    // Pictures load late and make the list longer: whoever was at its end stays there.
    const sizes = new ResizeObserver(() => this.#resized());
    sizes.observe(this.list);
    sizes.observe(this.box);
  }

  get isAtEnd() {
    return this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < near;
  }

  /** Draws another conversation. */
  open(conversation) {
    this.conversation = conversation;
    this.freshFrom = [...conversation.fresh].sort((a, b) => a - b)[0];
    this.#views.clear();
    this.#threads.clear();
    this.#missed = 0;
    this.list.replaceChildren();
    this.update();
    this.toEnd();
  }

  /** The same conversation, read anew. */
  renew(conversation) {
    this.conversation = conversation;
    this.update();
  }

  /** Adds above without moving what is being read. */
  keepingPlace(add) {
    const below = this.box.scrollHeight - this.box.scrollTop;
    this.#isPinned = false;
    add();
    this.update();
    this.box.scrollTop = this.box.scrollHeight - below;
  }

  /** Draws what is new or changed and leaves the rest alone. */
  update() {
    const { conversation, list } = this;
    this.#scrolled();
    const wasAtEnd = this.#isPinned;
    byId("older").hidden = !conversation.more;
    let day = "";
    let after = null;
    const put = element => {
      if (after ? after.nextSibling !== element : list.firstChild !== element) {
        after ? after.after(element) : list.prepend(element);
      }

      after = element;
    };
    list.querySelectorAll(":scope > .divider").forEach(d => d.remove());
    for (const { root, replies } of conversation.threads) {
      if (dayOf(root.at) !== day) {
        day = dayOf(root.at);
        put(el("li", { class: "divider" }, el("span", { text: day })));
      }

      if (root.id === this.freshFrom) {
        put(el("li", { class: "divider fresh" }, el("span", { text: "New" })));
      }

      put(this.#thread(root, replies));
    }

    list.classList.toggle("empty", conversation.threads.length === 0);
    if (wasAtEnd && !this.#isTyping) {
      this.toEnd();
    }
  }

  /** Someone else wrote something in this conversation. */
  arrived() {
    if (!this.isAtEnd) {
      this.#missed++;
      this.#pill();
    }
  }

  toEnd(smoothly = false) {
    this.#isPinned = true;
    this.#missed = 0;
    this.#pill();
    this.box.scrollTo({ top: this.box.scrollHeight, behavior: smoothly && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant" });
  }

  /** @returns Whether the message is there to be shown. */
  highlight(id) {
    const view = this.#views.get(id);
    if (!view) {
      return false;
    }

    this.#isPinned = false;
    this.list.querySelectorAll(".target").forEach(t => t.classList.remove("target"));
    view.element.classList.add("target");
    view.element.scrollIntoView({ block: "start" });
    view.element.focus({ preventScroll: true });
    return true;
  }

  #thread(root, replies) {
    let thread = this.#threads.get(root.id);
    if (!thread) {
      const answers = el("div", { class: "replies" });
      const element = el("li", { class: "thread" }, this.#message(root), answers);
      thread = { element, answers };
      if (this.conversation.isChannel) {
        element.append(replyButton(root, this.page));
      }

      this.#threads.set(root.id, thread);
    } else {
      this.#message(root);
    }

    for (const reply of replies) {
      const element = this.#message(reply);
      if (element.parentElement !== thread.answers) {
        thread.answers.append(element);
      }
    }

    return thread.element;
  }

  #message(message) {
    const view = this.#views.get(message.id);
    if (!view) {
      this.#views.set(message.id, new MessageView(message, this.page));
    } else if (view.message !== message) {
      view.show(message);
    }

    return this.#views.get(message.id).element;
  }

  /** What someone unfolded stays under their pointer, and in sight. */
  #grown(element) {
    this.#isPinned = false;
    requestAnimationFrame(() => element?.scrollIntoView({ block: "nearest" }));
  }

  /**
   * Up and away from the end lets go of it, down to the end takes hold; a list that grows or shrinks moves by itself and does neither.
   * Browsers tell of scrolling a frame late, so whoever is about to move the list looks first.
   */
  #scrolled() {
    const { scrollTop } = this.box;
    if (scrollTop < this.#top && !this.isAtEnd) {
      this.#isPinned = false;
    } else if (scrollTop > this.#top && this.isAtEnd) {
      this.#isPinned = true;
    }

    this.#top = scrollTop;
    if (this.isAtEnd) {
      this.#missed = 0;
      this.#pill();
      this.page.seen();
    }
  }

  #resized() {
    this.#scrolled();
    if (this.#isPinned && !this.#isTyping) {
      this.toEnd();
    }
  }

  /** Nobody's form is pushed away under their hands. */
  get #isTyping() {
    return this.list.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
  }

  #pill() {
    this.pill.hidden = this.#missed === 0;
    this.pill.replaceChildren(icon("down"), count(this.#missed, "new message", "new messages"));
  }
}
