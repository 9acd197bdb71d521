// Writes a post as a patient would, so that a newcomer sees one arrive.

import { api } from "./api.js";
import { byId, el } from "./dom.js";
import { drawer } from "./drawer.js";

const photos = [
  ["puddle", "A puddle on a tiled floor beside a lavatory"],
  ["overflowing-bin", "A bin so full that its lid stands open"],
  ["out-of-order", "A parking ticket machine with a sign saying OUT OF ORDER"],
  ["lift-sign", "Closed lift doors with a hand-written apology"],
  ["grey-custard", "A hospital tray with a bowl of grey custard"],
  ["queue", "A long queue in front of an empty desk"],
  ["flowers", "A jug of flowers on a windowsill"],
  ["smiley-badge", "A nurse's name badge with a smiley sticker"],
];

const ideas = [
  ["A complaint", tag => `The loo by X-ray is out of paper again. Third time this week. #${tag}`],
  ["Praise", tag => `Whoever was on nights in Ward 7: you held my mum's hand for an hour. Thank you. #${tag}`],
  ["A prank", tag => `<img src=x onerror=alert(1)> **bold** [click](https://evil.example) <at>Everyone</at> #${tag}`],
];

/**
 * @param hashtags Gives the organisation's; known only once the page has its state.
 * @param written Is told the text before it is sent, and then whether it was taken.
 */
export function postBox(hashtags, written) {
  const text = el("textarea", { id: "post-text", rows: 5, required: false });
  const author = el("input", { id: "post-author", type: "text", value: "Pat Quill", autocomplete: "off" });
  const handle = el("input", { id: "post-handle", type: "text", value: "patquill", autocomplete: "off" });
  const alt = el("input", { id: "post-alt", type: "text", autocomplete: "off" });
  const hint = el("p", { class: "hint", id: "post-hint" });
  const answer = el("p", { class: "note", role: "status" });
  const form = el("form", { class: "fields", onsubmit: send },
    el("p", { class: "hint", text: "This takes the road a post on X would take. Its card appears in the channel of the ward it is about." }),
    el("div", { class: "chips", role: "group", "aria-label": "Ideas" },
      ...ideas.map(([name, idea]) => el("button", { type: "button", class: "chip", text: name, onclick: () => fill(idea(hashtags()[0] ?? "")) }))),
    field("What happened?", text, hint),
    el("div", { class: "pair" }, field("Your name", author), field("Your handle", handle)),
    el("fieldset", { class: "photos" },
      el("legend", { text: "A photo" }),
      choice("", "No photo", el("span", { class: "none", text: "None" })),
      ...photos.map(([file, words]) => choice(file, words, el("img", { src: `/local/photos/${file}.png`, alt: "", loading: "lazy" })))),
    field("What the photo shows, for those who can't see it", alt),
    el("div", { class: "actions" }, el("button", { class: "primary", text: "Post it" })),
    answer);
  text.setAttribute("aria-describedby", hint.id);
  text.addEventListener("input", warn);
  const dialog = drawer(byId("open-postbox"), "Write as a patient", form);
  byId("open-postbox").addEventListener("click", () => {
    answer.textContent = "";
    if (text.value.trim() === "") {
      fill(`#${hashtags()[0] ?? ""} `);
    }

    text.focus();
    text.setSelectionRange(0, 0);
  });

  function fill(words) {
    text.value = words;
    warn();
  }

  /** Without the hashtag the bot passes it by, which would look like a fault. */
  function warn() {
    const tags = hashtags();
    const isTagged = tags.length === 0 || tags.some(t => text.value.toLowerCase().includes(`#${t.toLowerCase()}`));
    hint.textContent = isTagged ? "" : `Without #${tags[0]} or a ward's own hashtag FeedbackBot takes no notice of it.`;
  }

  async function send(event) {
    event.preventDefault();
    const file = new FormData(form).get("photo");
    answer.className = "note";
    answer.textContent = "";
    written.expect(text.value);
    try {
      await api.post({
        text: text.value,
        author: author.value,
        handle: handle.value,
        photoUrl: file ? `${location.origin}/local/photos/${file}.png` : null,
        photoAltText: file ? alt.value : null,
      });
      dialog.close();
      written.answered(true);
      text.value = "";
    } catch (fault) {
      written.answered(false);
      answer.className = "note bad";
      answer.textContent = fault.message;
    }
  }

  function choice(file, words, picture) {
    return el("label", { class: "photo", title: words },
      el("input", { type: "radio", name: "photo", value: file, checked: file === "", "aria-label": words, onchange: () => { alt.value = file ? words : ""; } }),
      picture);
  }
}

export const field = (label, input, ...more) => el("div", { class: "field" }, el("label", { for: input.id, text: label }), input, ...more);
