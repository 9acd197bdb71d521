// Draws cards with Microsoft's own renderer and hands on what is pressed.

import "./chart.js";
import { el } from "./dom.js";
import { hostConfig } from "./hostconfig.js";
import { isWeb, processMarkdown } from "./markdown.js";

const { AdaptiveCard, HostConfig, SerializationContext, Versions } = globalThis.AdaptiveCards;
const config = new HostConfig(hostConfig);
const people = "graph.microsoft.com/users";

AdaptiveCard.onProcessMarkdown = processMarkdown;

/**
 * @param card The card's JSON as the bot sent it.
 * @param context people: who can be chosen; press(type, verb, data): Execute and Submit; follow(url): a link of our own, true if it was taken;
 * grown(element): something unfolded.
 */
export function drawCard(card, context) {
  const prepared = prepare(structuredClone(card), context.people);
  const drawn = new AdaptiveCard();
  drawn.hostConfig = config;
  drawn.onExecuteAction = action => execute(action, context);
  drawn.onAnchorClicked = (_, anchor) => open(anchor.href, context);
  drawn.onInlineCardExpanded = (action, isExpanded) => isExpanded && context.grown(action.card?.renderedElement);
  drawn.parse(prepared, new SerializationContext(Versions.v1_5));
  const element = drawn.render();
  return element ? finished(element, card) : el("p", { class: "note", text: card.fallbackText ?? "This card can't be shown." });
}

/** What Teams does to a card before it draws it. */
function prepare(node, everyone) {
  if (Array.isArray(node)) {
    node.forEach(child => prepare(child, everyone));
  } else if (node && typeof node === "object") {
    if (node.type === "Input.ChoiceSet" && node["choices.data"]?.dataset?.startsWith(people)) {
      const known = new Set((node.choices ?? []).map(c => c.value));
      node.choices = [...(node.choices ?? []), ...everyone.filter(p => !known.has(p.id)).map(p => ({ title: p.name, value: p.id }))];
      delete node["choices.data"];
    }

    if (node.type === "Image" && typeof node.url === "string") {
      node.url = here(node.url);
    }

    Object.values(node).forEach(child => prepare(child, everyone));
  }

  return node;
}

/** The drawn photos carry the address of the start that posted them; after a move to another port they are still here. */
function here(url) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed && isThisMachine(parsed) && parsed.pathname.startsWith("/local/photos/") ? parsed.pathname : url;
}

export const isThisMachine = url => ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);

function execute(action, context) {
  switch (action.getJsonTypeName()) {
    case "Action.Execute":
      context.press("execute", action.verb, action.data ?? {});
      break;
    case "Action.Submit":
      context.press("submit", undefined, action.data ?? {});
      break;
    case "Action.OpenUrl":
      open(action.url, context);
      break;
  }
}

/** @returns True: the renderer needn't open it itself. */
function open(url, context) {
  if (isWeb(url) && !context.follow(url)) {
    window.open(url, "_blank", "noopener,noreferrer");
  }

  return true;
}

/** What the renderer leaves out for those who don't use a mouse. */
function finished(element, card) {
  element.lang = card.lang ?? "en";
  for (const link of element.querySelectorAll("a[href]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }

  for (const image of element.querySelectorAll("img")) {
    image.loading = "lazy";
    image.addEventListener("error", () => image.classList.add("broken"));
  }

  // The renderer names a group of buttons "menubar" and one-dimensional moves by arrow keys that it doesn't have.
  for (const bar of element.querySelectorAll("[role=menubar]")) {
    bar.setAttribute("role", "group");
    bar.querySelectorAll("[role=menuitem]").forEach(item => item.removeAttribute("role"));
  }

  return element;
}
