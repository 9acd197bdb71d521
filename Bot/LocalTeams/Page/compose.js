// Where one writes: to the channel, to a thread or to the bot.

import { el, icon } from "./dom.js";

const questions = ["summary", "open", "mine", "wards", "help"];
let made = 0;

/**
 * @param about label: what a screen reader says; isChannel; replies: a box within a thread; more: what else stands beside the questions.
 * @param send Takes the text; throws what went wrong.
 */
export function composer({ label, isChannel, replies = false, more = null }, send) {
  const id = `compose-${made++}`;
  const mention = el("input", { type: "checkbox", checked: isChannel, id: `${id}-mention` });
  const text = el("textarea", { id, rows: 1, maxlength: 4000, "aria-label": label, placeholder: hint(isChannel, replies), oninput: grow, onkeydown: keys });
  const fault = el("p", { class: "note bad", role: "alert" });
  const form = el("form", { class: "compose", onsubmit: submit },
    !replies && el("div", { class: "asks", role: "group", "aria-label": "Questions for FeedbackBot" },
      ...questions.map(q => el("button", { type: "button", class: "chip", text: q, onclick: () => ask(q) })),
      more),
    el("div", { class: "box" },
      isChannel && el("label", { class: "to", for: mention.id, title: "In a channel FeedbackBot hears only what mentions it." }, mention, "@FeedbackBot"),
      text,
      el("button", { class: "send", "aria-label": replies ? "Send the reply" : "Send" }, icon("send"))),
    fault);

  function grow() {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight + 2, 160)}px`;
  }

  function keys(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  }

  async function ask(question) {
    if (await deliver(isChannel ? `@FeedbackBot ${question}` : question)) {
      text.focus();
    }
  }

  async function submit(event) {
    event.preventDefault();
    const written = text.value.trim();
    if (written === "") {
      text.focus();
      return;
    }

    const isMentioned = /@FeedbackBot\b/i.test(written);
    if (await deliver(isChannel && mention.checked && !isMentioned ? `@FeedbackBot ${written}` : written)) {
      text.value = "";
      grow();
    }
  }

  async function deliver(words) {
    fault.textContent = "";
    form.setAttribute("aria-busy", "true");
    try {
      await send(words);
      return true;
    } catch (error) {
      fault.textContent = error.message;
      return false;
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  return form;
}

const hint = (isChannel, replies) => (replies ? "Reply" : isChannel ? "Write to the ward" : "Ask FeedbackBot");
