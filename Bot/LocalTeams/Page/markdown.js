// The little markdown that Teams knows in a TextBlock: bold, italic, links and lists. Builds elements from text, so markup in it stays letters.

import { el } from "./dom.js";

const inline = /\*\*(?<bold>[^*\n]+)\*\*|__(?<bold2>[^_\n]+)__|\*(?<italic>[^*\s][^*\n]*)\*|(?<![\p{L}\p{N}])_(?<italic2>[^_\s][^_\n]*)_(?![\p{L}\p{N}])|\[(?<title>[^\]\n]+)\]\((?<url>[^)\s]+)\)/gu;
const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d+[.)]\s+(.*)$/;

/** For AdaptiveCard.onProcessMarkdown: its HTML is written from elements, never from the text. */
export function processMarkdown(text, result) {
  result.outputHtml = blocks(text).map(block => block.outerHTML).join("");
  result.didProcess = true;
}

export function blocks(text) {
  const made = [];
  for (const line of text.split(/\r?\n/)) {
    const item = bullet.exec(line) ?? numbered.exec(line);
    if (item) {
      const tag = bullet.test(line) ? "ul" : "ol";
      if (made.at(-1)?.localName !== tag) {
        made.push(el(tag));
      }

      made.at(-1).append(el("li", {}, ...inlines(item[1])));
    } else if (line.trim() !== "") {
      made.push(el("p", {}, ...inlines(line)));
    }
  }

  return made;
}

function inlines(text) {
  const made = [];
  let end = 0;
  for (const match of text.matchAll(inline)) {
    made.push(text.slice(end, match.index), span(match));
    end = match.index + match[0].length;
  }

  made.push(text.slice(end));
  return made.filter(part => part !== "");
}

function span(match) {
  const { bold, bold2, italic, italic2, title, url } = match.groups;
  if (url !== undefined) {
    return isWeb(url) ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: title }) : match[0];
  }

  return bold ?? bold2 ? el("strong", {}, ...inlines(bold ?? bold2)) : el("em", {}, ...inlines(italic ?? italic2));
}

export function isWeb(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
