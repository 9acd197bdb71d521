// Checks cards against Adaptive Cards 1.5 as Microsoft's own renderer declares it: every type it registers with its properties, their values
// and the version each came with. Stricter than the renderer, which passes over what it doesn't know.
// Usage: node check.js FILE...   One line per fault; exit code 1 if there is any.
"use strict";
const fs = require("fs");
const AC = require("./node_modules/adaptivecards/dist/adaptivecards.js");

const limit = AC.Versions.v1_5;

// Teams' own additions to 1.5, by its documents.
const ofTeams = { AdaptiveCard: ["msteams"], "Input.ChoiceSet": ["choices.data"] };
const always = ["type", "$schema", "fallback"];

// Teams' charts have their own documents; those who don't draw them need the fallback.
const charts = { "Chart.HorizontalBar.Stacked": ["title", "data"] };

function known(name) {
  const registered = AC.GlobalRegistry.elements.findByName(name) ?? AC.GlobalRegistry.actions.findByName(name);
  if (registered) {
    return registered.schemaVersion.compareTo(limit) <= 0 ? new registered.objectType() : undefined;
  }
  const parts = { AdaptiveCard: AC.AdaptiveCard, TextRun: AC.TextRun, Column: AC.Column, TableRow: AC.TableRow, TableCell: AC.TableCell, RefreshDefinition: AC.RefreshDefinition };
  return parts[name] ? new parts[name]() : undefined;
}

function badValue(property, value) {
  if (property instanceof AC.StringProperty) {
    return typeof value !== "string";
  }
  if (property instanceof AC.BoolProperty) {
    return typeof value !== "boolean";
  }
  if (property instanceof AC.NumProperty) {
    return typeof value !== "number";
  }
  if (property instanceof AC.EnumProperty) {
    return !Object.values(property.enumType).some(v => typeof v === "string" && v.toLowerCase() === String(value).toLowerCase());
  }
  if (property instanceof AC.ValueSetProperty) {
    return !property.values.some(v => v.value.toLowerCase() === String(value).toLowerCase() && (v.targetVersion ?? AC.Versions.v1_0).compareTo(limit) <= 0);
  }
  return false;
}

function* faults(node, path, implied) {
  if (Array.isArray(node)) {
    for (let i = 0; i < node.length; i++) {
      yield* faults(node[i], `${path}[${i}]`, implied);
    }
    return;
  }
  if (node === null || typeof node !== "object") {
    return;
  }
  const name = node.type ?? implied;
  if (charts[name]) {
    for (const key of Object.keys(node).filter(k => !always.includes(k) && !charts[name].includes(k))) {
      yield `${path}: ${name} has no property '${key}'`;
    }
    if (!node.fallback) {
      yield `${path}: ${name} without fallback`;
    }
    yield* faults(node.fallback ?? null, `${path}.fallback`, none);
    return;
  }
  const instance = known(name);
  if (!instance) {
    yield `${path}: '${name}' is no type of 1.5`;
    return;
  }
  const schema = instance.getSchema();
  const properties = new Map();
  for (let i = 0; i < schema.getCount(); i++) {
    properties.set(schema.getItemAt(i).name, schema.getItemAt(i));
  }
  for (const [key, value] of Object.entries(node)) {
    const property = properties.get(key);
    if (always.includes(key) || ofTeams[name]?.includes(key)) {
      // Read elsewhere.
    } else if (childrenOf[key]?.(name)) {
      // Read below.
    } else if (!property) {
      yield `${path}: ${name} has no property '${key}'`;
    } else if (property.targetVersion.compareTo(limit) > 0) {
      yield `${path}.${key}: came after 1.5`;
    } else if (badValue(property, value)) {
      yield `${path}.${key}: ${JSON.stringify(value)} isn't a value of it`;
    }
  }
  for (const [key, impliedOf] of Object.entries(childrenOf)) {
    if (key in node && impliedOf(name)) {
      yield* faults(node[key], `${path}.${key}`, impliedOf(name));
    }
  }
}

// Where objects stand within objects, and the type of those that needn't say theirs.
const none = "an object without type";
const childrenOf = {
  body: name => name === "AdaptiveCard" && none,
  items: name => ["Container", "Column", "TableCell"].includes(name) && none,
  inlines: name => name === "RichTextBlock" && none,
  columns: name => name === "ColumnSet" && "Column",
  rows: name => name === "Table" && "TableRow",
  cells: name => name === "TableRow" && "TableCell",
  actions: name => ["ActionSet", "AdaptiveCard"].includes(name) && none,
  card: name => name === "Action.ShowCard" && "AdaptiveCard",
  selectAction: name => name !== "Input.ChoiceSet" && none,
  refresh: name => name === "AdaptiveCard" && "RefreshDefinition",
  action: name => name === "RefreshDefinition" && none,
  fallback: name => typeof name === "string" && none,
};

let count = 0;
for (const file of process.argv.slice(2)) {
  const json = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const fault of faults(json, "card", "AdaptiveCard")) {
    console.log(`${file}: ${fault}`);
    count++;
  }
  const context = new AC.SerializationContext(limit);
  new AC.AdaptiveCard().parse(json, context);
  for (let i = 0; i < context.eventCount; i++) {
    const { message } = context.getEventAt(i);
    // The renderer keeps one global regular expression for lang, so it refuses every second good one.
    const secondLang = message.includes('property "lang"') && /^[a-z]{2}$/.test(json.lang);
    const isChart = Object.keys(charts).some(c => message.includes(`"${c}"`));
    if (!message.includes("choices.data") && !secondLang && !isChart) {
      console.log(`${file}: ${message}`);
      count++;
    }
  }
}
process.exitCode = count === 0 ? 0 : 1;
