// Makes elements. Text always goes in as text: nothing here reads markup.

/** @param props Attributes; onX is a listener, class and text are what they say, null and false are left out. */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }

    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "text") {
      element.textContent = value;
    } else if (name === "value") {
      element.value = value;
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }

  element.append(...children.filter(c => c !== null && c !== undefined && c !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export const byId = id => document.getElementById(id);

let announcements = 0;

/** Says it to screen readers without moving anything. */
export function announce(text) {
  // The same sentence twice is read twice only if it differs.
  byId("announcer").textContent = text + (announcements++ % 2 ? "\u00a0" : "");
}

export function avatar(name, isBot) {
  return isBot
    ? el("img", { class: "avatar", src: "/local/page/icon.svg", alt: "", width: 32, height: 32 })
    : el("span", { class: `avatar tint-${tint(name)}`, "aria-hidden": "true", text: initials(name) });
}

/** "Sam Okafor (staff)" is SO. */
const initials = name => name.replace(/\(.*$/, "").trim().split(/\s+/).map(w => [...w][0] ?? "").slice(0, 2).join("").toUpperCase();

const tint = name => [...name].reduce((sum, c) => (sum * 22 + c.codePointAt(0)) % 9973, 0) % 4;
