// The page: one person, one open conversation, and the news as it comes.

import { api } from "./api.js";
import { isThisMachine } from "./cards.js";
import { composer } from "./compose.js";
import { announce, byId } from "./dom.js";
import { Feed } from "./feed.js";
import { finder } from "./finder.js";
import { Live } from "./live.js";
import { Model } from "./model.js";
import { remember, remembered } from "./person.js";
import { postBox } from "./postbox.js";
import { Sidebar } from "./sidebar.js";
import { strips } from "./strips.js";
import { toast } from "./toast.js";
import { Trouble } from "./trouble.js";
import { Written } from "./written.js";

let model = null;
let current = null;
const here = () => model?.conversations.get(current);
const finding = finder(() => ({ person: model.me.id, conversation: current }));
const sidebar = new Sidebar({ become, go: id => go(id), create });
const feed = new Feed({ people: [], press: click => api.click({ person: model.me.id, ...click }), follow, older, seen, reply: say });
const trouble = new Trouble(() => ({ id: current, name: here()?.name ?? "" }));
const live = new Live({ news, up: strips.up, down: strips.down });
const written = new Written(go);
postBox(() => model?.hashtags ?? [], written);
addEventListener("popstate", () => model && route());
document.addEventListener("visibilitychange", seen);
if (await start(remembered())) {
  await route();
}

/** Reads everything as this person. @returns Whether that worked; if not, the page offers to try again. */
async function start(person) {
  let state;
  try {
    // Someone remembered from other settings may be gone.
    state = await api.state(person).catch(fault => (person ? api.state() : Promise.reject(fault)));
  } catch (fault) {
    strips.failed(fault.message, async () => await start(person) && route());
    return false;
  }

  strips.up();
  model = new Model(state);
  Object.assign(feed.page, { me: model.me, people: model.people });
  byId("organisation").textContent = model.organisation;
  sidebar.showPeople(model.people, model.me);
  trouble.show(model.misbehaviour);
  live.start(model.me.id, state.position);
  return true;
}

/** Opens what the address says. */
async function route() {
  const asked = new URL(location.href).searchParams;
  const id = [asked.get("conversation"), current].find(c => model.conversations.has(c)) ?? model.busiest.id;
  open(id);
  const message = asked.get("message");
  if (message && id === asked.get("conversation")) {
    await find(message);
  }
}

function go(id, message = null) {
  const wasNarrow = sidebar.isOpen;
  history.pushState(null, "", `/?${new URLSearchParams({ conversation: id, ...(message && { message }) })}`);
  sidebar.toggle(false);
  if (wasNarrow) {
    byId("conversation").focus();
  }

  return route();
}

function open(id) {
  current = id;
  const place = here();
  byId("name").textContent = place.name;
  byId("about").textContent = place.isChannel ? `Channel of ${model.organisation}` : `Just FeedbackBot and you, ${model.me.name}`;
  byId("compose").replaceChildren(composer({ label: `Write in ${place.name}`, isChannel: place.isChannel, more: finding }, text => say(null, text)));
  feed.open(place);
  seen();
  showAround();
}

/** What stands beside the messages. */
function showAround() {
  strips.removed(here().isChannel && !model.installed);
  sidebar.showConversations(model, current);
}

/** Loads older messages until the one is there, then shows it. */
async function find(message) {
  while (!here().message(message) && here().more) {
    await older();
  }

  if (!feed.highlight(message)) {
    toast("That message isn't here any more.");
  }
}

/** As someone else, in the same channel or in their own chat. */
async function become(person) {
  const wasChat = here() && !here().isChannel;
  remember(person);
  if (await start(person)) {
    current = wasChat ? model.chat : current;
    history.replaceState(null, "", `/?${new URLSearchParams({ conversation: current })}`);
    open(current);
  }
}

async function news(change) {
  if (change.kind === "refetch") {
    // The server has started again: what is on the page stays, and what it missed is added.
    if (await start(model.me.id)) {
      feed.renew(here());
      showAround();
    }
  } else if (change.kind === "misbehaviour") {
    await trouble.refresh();
  } else {
    take(change);
  }
}

function take(change) {
  const message = change.kind === "posted" ? change.message : null;
  const isNew = message && message.from.id !== model.me.id && !model.conversations.get(message.conversation)?.message(message.id);
  const touched = model.apply(change);
  if (touched?.id === current) {
    feed.update();
    if (isNew) {
      feed.arrived();
    }

    seen();
  }

  if (isNew) {
    announce(`${touched?.name ?? ""}: ${message.content.summary ?? message.content.text ?? "a message"}`);
    written.look(message, touched);
  }

  showAround();
}

/** What stands at the end of an open page has been read. */
function seen() {
  const place = here();
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
  const { result } = await api.say(model.me.id, current, text, thread ?? undefined);
  if (!thread) {
    feed.toEnd();
  }

  if (result?.kind === "error") {
    throw new Error(result.text);
  }
}

async function older() {
  const place = here();
  const page = await api.older(model.me.id, place.id, place.oldest);
  feed.keepingPlace(() => place.addOlder(page));
}

/** A card's link to a message of this Teams opens here, as it would in Teams. */
function follow(url) {
  const link = new URL(url);
  const conversation = link.searchParams.get("conversation");
  const isOurs = isThisMachine(link) && link.pathname === "/" && model.conversations.has(conversation);
  if (isOurs) {
    go(conversation, link.searchParams.get("message"));
  }

  return isOurs;
}

async function create(name) {
  const channel = await api.createChannel(model.me.id, name);
  model.apply({ kind: "opened", conversation: channel });
  await go(channel.id);
}
