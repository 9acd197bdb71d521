// In the browser test's page: what a person who can't see well, or uses no mouse, would stumble over.
"use strict";
window.pageFaults = () => {
  const faults = [];
  const top = [...document.querySelectorAll("dialog[open]")].at(-1);
  const seen = e => e.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && !e.closest("[inert], .hidden") && (!top || top.contains(e));
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (front, back) => front.slice(0, 3).map((c, i) => c * front[3] + back[i] * (1 - front[3]));
  const ground = e => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      layers.push(rgb(getComputedStyle(at).backgroundColor));
    }

    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const luminance = c => c.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const labelled = e => (e.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.textContent ?? "").join("");
  const name = e => (e.getAttribute("aria-label") || labelled(e) || [...(e.labels ?? [])].map(l => l.textContent).join("") || e.textContent || e.title || "").trim();
  const called = e => `${e.localName}.${e.className?.baseVal ?? e.className} "${(e.textContent || e.value || "").trim().slice(0, 40)}"`;

  if (document.documentElement.lang !== "en-GB") {
    faults.push("no language");
  }

  if (document.querySelectorAll("h1").length !== 1) {
    faults.push("not one h1");
  }

  for (const e of document.querySelectorAll("a, button, input, select, textarea, [role=button], [role=link], [tabindex='0']")) {
    if (!seen(e)) {
      continue;
    }

    if (name(e) === "") {
      faults.push(`no name: ${called(e)}`);
    }

    // A box or a round button may be small where its label takes the press.
    const box = (e.closest("label") ?? e).getBoundingClientRect();
    if (e.localName !== "span" && !e.closest("p") && !e.classList.contains("skip") && (box.width < 24 || box.height < 24)) {
      faults.push(`too small to hit, ${box.width} × ${box.height}: ${called(e)}`);
    }
  }

  for (const e of document.querySelectorAll("img")) {
    if (!e.hasAttribute("alt")) {
      faults.push(`picture without words: ${e.src}`);
    }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || !seen(e) || e.closest("noscript, script, option, svg")) {
      continue;
    }

    texts++;
    const ratio = contrast(over(rgb(getComputedStyle(e).color), ground(e)), ground(e));
    if (ratio < 4.5) {
      faults.push(`contrast ${ratio.toFixed(2)}: ${called(e)}`);
    }
  }

  for (const e of document.querySelectorAll("input, textarea")) {
    const colour = getComputedStyle(e, "::placeholder");
    if (seen(e) && e.placeholder && contrast(over(rgb(colour.color), ground(e)), ground(e)) < 4.5) {
      faults.push(`contrast of the hint in ${called(e)}`);
    }
  }

  if (texts < 8) {
    faults.push(`only ${texts} texts found: nothing was checked`);
  }

  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
    faults.push("wider than the screen");
  }

  for (const e of document.querySelectorAll(".feed, #sidebar, dialog[open]")) {
    if (seen(e) && e.scrollWidth > e.clientWidth) {
      faults.push(`${called(e)} scrolls sideways`);
    }
  }

  return [...new Set(faults)];
};
