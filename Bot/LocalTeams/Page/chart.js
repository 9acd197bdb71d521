// Teams' charts, which Microsoft's renderer for the web doesn't know: the one that our cards use.

import { el } from "./dom.js";

const { CardElement, GlobalRegistry, Versions } = globalThis.AdaptiveCards;
const colours = new Set(["good", "warning", "attention", "neutral"]);

class StackedBars extends CardElement {
  static JsonTypeName = "Chart.HorizontalBar.Stacked";

  getJsonTypeName() {
    return StackedBars.JsonTypeName;
  }

  internalParse(source, context) {
    super.internalParse(source, context);
    this.title = String(source.title ?? "");
    this.rows = (Array.isArray(source.data) ? source.data : []).map(row => ({
      title: String(row?.title ?? ""),
      parts: (Array.isArray(row?.data) ? row.data : []).map(part => ({
        legend: String(part?.legend ?? ""),
        value: Math.max(0, Number(part?.value) || 0),
        colour: colours.has(part?.color) ? part.color : "neutral",
      })),
    }));
  }

  internalRender() {
    const longest = Math.max(1, ...this.rows.map(total));
    return el("figure", { class: "chart" },
      el("figcaption", { text: this.title }),
      el("ul", {}, ...this.rows.map(row => bar(row, longest))));
  }
}

const total = row => row.parts.reduce((sum, part) => sum + part.value, 0);

/** Every figure stands in words under its bar: the colours only help those who see them. */
function bar(row, longest) {
  const parts = row.parts.map(part => {
    const piece = el("span", { class: `part ${part.colour}` });
    piece.style.width = `${(100 * part.value) / longest}%`;
    return piece;
  });
  return el("li", {},
    el("span", { class: "row", text: row.title }),
    el("span", { class: "bar", "aria-hidden": "true" }, ...parts),
    el("span", { class: "figures" }, ...row.parts.map(part => el("span", { class: `figure ${part.colour}`, text: `${part.value} ${part.legend.toLowerCase()}` }))));
}

GlobalRegistry.elements.register(StackedBars.JsonTypeName, StackedBars, Versions.v1_5);
