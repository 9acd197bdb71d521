// What this person can see: conversations, their messages and what is unread. Knows nothing of the page.

export class Model {
  constructor(state) {
    this.me = state.me;
    this.people = state.people;
    this.organisation = state.organisation;
    this.hashtags = state.hashtags;
    this.chat = state.chat;
    this.installed = state.installed;
    this.misbehaviour = state.misbehaviour;
    this.conversations = new Map(state.conversations.map(c => [c.id, new Conversation(c)]));
    for (const conversation of this.conversations.values()) {
      conversation.markFresh(this.me);
    }

    // The chat exists only once someone has spoken in it, but the page always offers it.
    if (!this.conversations.has(this.chat)) {
      this.conversations.set(this.chat, Conversation.empty({ id: this.chat, name: "FeedbackBot", isChannel: false }));
    }
  }

  get channels() {
    return [...this.conversations.values()].filter(c => c.isChannel);
  }

  get unread() {
    return [...this.conversations.values()].reduce((sum, c) => sum + c.unread, 0);
  }

  /** @returns The conversation that the change touched, if any. Changes may come twice. */
  apply(change) {
    switch (change.kind) {
      case "opened":
        if (!this.conversations.has(change.conversation.id)) {
          this.conversations.set(change.conversation.id, Conversation.empty(change.conversation));
        }

        return this.conversations.get(change.conversation.id);
      case "posted":
        return this.#with(change.message, c => c.add(change.message, this.me));
      case "edited":
      case "deleted":
        return this.#with(change.message, c => c.replace(change.message));
      case "read":
        return this.#with({ conversation: change.conversation.id }, c => c.readUpTo(change.upTo));
      case "installed":
      case "removed":
        this.installed = change.kind === "installed";
        return null;
      default:
        return null;
    }
  }

  #with(message, act) {
    const conversation = this.conversations.get(message.conversation);
    if (conversation) {
      act(conversation);
    }

    return conversation;
  }
}

export class Conversation {
  #messages = new Map();

  constructor({ id, name, isChannel, unread, page }) {
    Object.assign(this, { id, name, isChannel, more: page.more });
    this.fresh = new Set();
    this.olderUnread = unread;
    this.addOlder(page);
  }

  static empty({ id, name, isChannel }) {
    return new Conversation({ id, name, isChannel, unread: 0, page: { more: false, messages: [] } });
  }

  get unread() {
    return this.fresh.size + this.olderUnread;
  }

  /** Oldest first; each with its root and replies. */
  get threads() {
    const threads = new Map();
    for (const message of [...this.#messages.values()].sort(byAge)) {
      const key = message.thread ?? message.id;
      if (threads.has(key)) {
        threads.get(key).replies.push(message);
      } else if (key === message.id) {
        threads.set(key, { root: message, replies: [] });
      }
    }

    return [...threads.values()];
  }

  get oldest() {
    return this.threads[0]?.root.id;
  }

  get newest() {
    return [...this.#messages.keys()].sort(byNumber).at(-1);
  }

  message(id) {
    return this.#messages.get(id);
  }

  add(message, me) {
    if (this.#messages.has(message.id)) {
      return;
    }

    const isMine = message.from.id === me.id;
    // An answer in a thread that isn't loaded yet will come with it.
    if (message.thread && message.thread !== message.id && !this.#messages.has(message.thread)) {
      this.olderUnread += isMine ? 0 : 1;
      return;
    }

    this.#messages.set(message.id, message);
    if (!isMine && !message.deleted) {
      this.fresh.add(message.id);
    }
  }

  addOlder(page) {
    this.more = page.more;
    for (const message of page.messages) {
      this.#messages.set(message.id, message);
    }
  }

  replace(message) {
    if (this.#messages.has(message.id)) {
      this.#messages.set(message.id, message);
    }

    if (message.deleted) {
      this.fresh.delete(message.id);
    }
  }

  readUpTo(id) {
    this.olderUnread = 0;
    this.fresh = new Set([...this.fresh].filter(f => byNumber(f, id) > 0));
  }

  /** The server counts what is unread; the newest messages of others are those. */
  markFresh(me) {
    const others = [...this.#messages.values()].filter(m => m.from.id !== me.id && !m.deleted).sort(byAge);
    const count = Math.min(this.olderUnread, others.length);
    this.fresh = new Set(others.slice(others.length - count).map(m => m.id));
    this.olderUnread -= count;
  }
}

const byNumber = (a, b) => Number(a) - Number(b);
const byAge = (a, b) => byNumber(a.id, b.id);
