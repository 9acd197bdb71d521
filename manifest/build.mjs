// Builds the app package that an administrator uploads to Teams. Run it without arguments to see what it needs; README.md tells the whole way.
import { readFileSync, writeFileSync } from "node:fs";
import { known, read } from "./settings.mjs";
import { zip } from "./zip.mjs";

const usage = `Usage: node manifest/build.mjs --app-id GUID --host NAME --organisation NAME --website URL --privacy URL [--terms URL] [--name NAME] [--version N.N.N] [--out FILE]\n\n${Object.entries(known)
  .map(([name, setting]) => `  --${name.padEnd(14)}${setting.what}${setting.env ? ` (or ${setting.env} in the environment)` : ""}`)
  .join("\n")}`;

const file = name => readFileSync(new URL(name, import.meta.url));

function build(args) {
  const [values, faults] = read(args, process.env);
  if (faults.length > 0) {
    console.error(`The app package can't be built.\n${faults.join("\n")}`);
    return 1;
  }

  // Each text is filled by itself, so no value can add to the manifest or break it.
  const manifest = JSON.parse(file("manifest.json"), (_, value) =>
    typeof value === "string" ? value.replace(/\{([a-z-]+)\}/g, (_, name) => (name === "app-id" || name === "host" ? values[name].toLowerCase() : values[name])) : value);
  const content = zip([
    ["manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ["color.png", file("color.png")],
    ["outline.png", file("outline.png")],
  ]);
  try {
    writeFileSync(values.out, content);
  } catch (fault) {
    console.error(`The app package can't be built.\n--out is '${values.out}', which can't be written: ${fault.message}. Name a file in a folder that exists and is yours.`);
    return 1;
  }

  console.log(`${values.out} is ${values.name} ${values.version} for ${values.organisation}: bot ${values["app-id"]} at ${values.host}. Upload it as manifest/README.md says.`);
  return 0;
}

if (process.argv.length === 2 || process.argv.includes("--help")) {
  console.log(usage);
} else {
  process.exitCode = build(process.argv.slice(2));
}
