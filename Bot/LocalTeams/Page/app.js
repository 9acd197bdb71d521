// The page: one person, one open conversation, and the news as it comes.

import { api } from "./api.js";
import { isThisMachine } from "./cards.js";
import { composer } from "./compose.js";
import { announce, byId, el } from "./dom.js";
import { Feed } from "./feed.js";
import { Live } from "./live.js";
import { Model } from "./model.js";
import { postBox } from "./postbox.js";
import { Sidebar } from "./sidebar.js";
import { Trouble } from "./trouble.js";

let model = null;
let current = null;

const lost = el("div", { class: "strip bad" });
const away = el("div", { class: "strip" });
const here = () => model.conversations.get(current);

const sidebar = new Sidebar({ become, go: id => go(id, { focus: true }), create });
const feed = new Feed({ people: [], press, follow, older, seen, reply: say });
const trouble = new Trouble(() => ({ id: current, name: here()?.name ?? "" }));
const live = new Live({
  news,
  up: () => lost.replaceChildren(),
  down: () => lost.textContent || lost.append("Connection lost – trying again…"),
});
postBox(() => model?.hashtags ?? []);
byId("strips").append(lost, away);
addEventListener("popstate", () => route());
document.addEventListener("visibilitychange", seen);
await start(remembered());

/** Reads everything anew, as this person. */
async function start(person) {
  let state;
  try {
    // Someone remembered from other settings may be gone.
    state = await api.state(person).catch(fault => (person ? api.state() : Promise.reject(fault)));
  } catch (fault) {
    lost.replaceChildren(fault.message, el("button", { type: "button", class: "quiet edge", text: "Try again", onclick: () => start(person) }));
    return;
  }

  lost.replaceChildren();
  model = new Model(state);
  feed.page.people = model.people;
  byId("organisation").textContent = model.organisation;
  sidebar.showPeople(model.people, model.me);
  trouble.show(model.misbehaviour);
  live.start(model.me.id, state.position);
  await route();
}

async function route() {
  const asked = new URL(location.href).searchParams;
  const id = [asked.get("conversation"), current].find(c => model.conversations.has(c)) ?? favourite();
  go(id, { keep: true });
  if (asked.get("message")) {
    await find(asked.get("message"));
  }
}

/** Where most is going on for someone who comes without a wish. */
function favourite() {
  const channels = model.channels.filter(c => c.newest);
  return (channels.toSorted((a, b) => b.unread - a.unread)[0] ?? model.channels[0] ?? [...model.conversations.values()][0]).id;
}

function go(id, { keep = false, focus = false } = {}) {
  const isOther = id !== current;
  current = id;
  const place = here();
  if (!keep) {
    history.pushState(null, "", `/?${new URLSearchParams({ conversation: id })}`);
  }

  byId("name").textContent = place.name;
  byId("about").textContent = place.isChannel ? "Channel · posts about this ward arrive here" : `Chat · just you and FeedbackBot, as ${model.me.name}`;
  away.textContent = place.isChannel && !model.installed ? "FeedbackBot isn't in this team at present. What it has to say waits." : "";
  byId("compose").replaceChildren(composer({ label: `Write in ${place.name}`, isChannel: place.isChannel }, text => say(null, text)));
  feed.open(place);
  seen();
  sidebar.showConversations(model, current);
  if (focus && isOther && sidebar.isOpen) {
    sidebar.toggle(false);
    byId("conversation").focus();
  }
}

/** Loads older messages until the one is there, then shows it. */
async function find(message) {
  while (!here().message(message) && here().more) {
    await older();
  }

  if (!feed.highlight(message)) {
    announce("That message isn't here any more.");
  }
}

function become(person) {
  remember(person);
  return start(person);
}

async function news(change) {
  if (change.kind === "refetch") {
    await start(model.me.id);
    return;
  }

  if (change.kind === "misbehaviour") {
    await trouble.refresh();
    return;
  }

  const isNew = change.kind === "posted" && !model.conversations.get(change.message.conversation)?.message(change.message.id);
  const touched = model.apply(change);
  if (touched?.id === current) {
    feed.update();
    if (isNew && change.message.from.id !== model.me.id) {
      feed.arrived();
    }

    seen();
  }

  if (change.kind === "installed" || change.kind === "removed") {
    away.textContent = here().isChannel && !model.installed ? "FeedbackBot isn't in this team at present. What it has to say waits." : "";
  }

  if (isNew && change.message.from.id !== model.me.id) {
    announce(`${touched?.name ?? ""}: ${change.message.content.summary ?? change.message.content.text ?? "a message"}`);
  }

  sidebar.showConversations(model, current);
}

/** What stands at the end of an open page has been read. */
function seen() {
  const place = model && here();
  if (!place?.unread || document.hidden || !feed.isAtEnd) {
    return;
  }

  const newest = place.newest;
  place.readUpTo(newest);
  sidebar.showConversations(model, current);
  // Not worth a word if it fails: the count comes back with the next reading.
  api.read(model.me.id, place.id, newest).catch(() => {});
}

async function say(thread, text) {
  const { result } = await api.say(model.me.id, current, text, thread);
  if (!thread) {
    feed.toEnd();
  }

  if (result?.kind === "error") {
    throw new Error(result.text);
  }
}

function press(message, type, verb, data) {
  return api.click({ person: model.me.id, conversation: message.conversation, message: message.id, type, verb, data });
}

async function older() {
  const place = here();
  const before = feed.box.scrollHeight - feed.box.scrollTop;
  place.addOlder(await api.older(model.me.id, place.id, place.oldest));
  feed.update();
  feed.box.scrollTop = feed.box.scrollHeight - before;
}

/** A card's link to a message of this Teams opens here, as it would in Teams. */
function follow(url) {
  const link = new URL(url);
  const conversation = link.searchParams.get("conversation");
  if (!isThisMachine(link) || link.pathname !== "/" || !model.conversations.has(conversation)) {
    return false;
  }

  history.pushState(null, "", `/${link.search}`);
  route();
  return true;
}

async function create(name) {
  const channel = await api.createChannel(model.me.id, name);
  model.apply({ kind: "opened", conversation: channel });
  go(channel.id);
}

function remembered() {
  try {
    return sessionStorage.getItem("person") ?? localStorage.getItem("person");
  } catch {
    return null;
  }
}

/** This tab's person is its own; a new tab begins as the last one chosen. */
function remember(person) {
  try {
    sessionStorage.setItem("person", person);
    localStorage.setItem("person", person);
  } catch {
    // Storage can be switched off; then a reload begins anew.
  }
}
