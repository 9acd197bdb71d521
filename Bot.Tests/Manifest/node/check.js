// Checks a Teams app manifest against Microsoft's schema of its version, as that package carries it: nothing is fetched.
// Usage: node check.js FILE   One line per fault; exit code 1 if there is any.
"use strict";
const fs = require("fs");
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

function faults(manifest) {
  const version = String(manifest.manifestVersion);
  if (!/^\d+\.\d+$/.test(version)) {
    return [`manifestVersion '${version}' is no released version`];
  }
  if (manifest.$schema !== `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`) {
    return [`$schema '${manifest.$schema}' isn't that of version ${version}`];
  }
  const file = `${__dirname}/node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  const ajv = new Ajv({ allErrors: true, strictTypes: false });
  addFormats(ajv, ["uri", "email", "regex"]);
  const isValid = ajv.compile(JSON.parse(fs.readFileSync(file, "utf8")));
  return isValid(manifest) ? [] : isValid.errors.map(e => `${e.instancePath || "/"} ${e.message} ${JSON.stringify(e.params)}`);
}

const found = faults(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
found.forEach(fault => console.log(fault));
process.exitCode = found.length === 0 ? 0 : 1;
