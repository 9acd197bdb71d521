// What the package is made from: arguments, some of which the bot's own settings in the environment stand in for.
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;
const semver = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;

const isPage = value => value.length <= 2048 && URL.canParse(value) && new URL(value).protocol === "https:" && new URL(value).hostname.includes(".");
const page = { isRight: isPage, cure: "Give the page's full address, beginning with https://." };
const words = most => ({ isRight: value => value.trim() === value && value.length <= most && !/\p{Cc}/u.test(value), cure: `Use 1 to ${most} characters, as people should read it.` });

/** Every argument: what it is, where else it may come from, what is right. One without a stand-in must be given. */
export const known = {
  "app-id": { what: "the bot's application (client) id in Entra", env: "Teams__AppId", isRight: v => guid.test(v) && !/^[0-]+$/.test(v), cure: "Copy the application (client) id from Entra; it looks like 12345678-90ab-cdef-1234-567890abcdef." },
  host: { what: "the host name under which Teams reaches the bot", isRight: v => hostName.test(v), cure: "Give the bare name, as bot.hospital.org: no https://, port or path, and not localhost or an IP address." },
  organisation: { what: "who runs the bot, shown as its developer", env: "Organisation__Name", ...words(32) },
  website: { what: "a page about the bot, or the organisation's own", ...page },
  privacy: { what: "the organisation's privacy notice, which should cover the bot", ...page },
  terms: { what: "the terms of use; default the website", instead: values => values.website, ...page },
  name: { what: "what the bot is called, and mentioned by", instead: () => "FeedbackBot", ...words(30) },
  version: { what: "the package's version; raise it with every upload", instead: () => "1.0.0", isRight: v => semver.test(v), cure: "Use three numbers, as 1.2.0." },
  out: { what: "the file to write", instead: () => "feedbackbot.zip", isRight: v => v.endsWith(".zip"), cure: "Name a file that ends with .zip." },
};

/** The values by argument, and every fault in a sentence of its own. */
export function read(args, environment) {
  const [given, faults] = split(args);
  const values = {};
  for (const [name, setting] of Object.entries(known)) {
    const isGiven = given.has(name);
    const value = isGiven ? given.get(name) : ((setting.env && environment[setting.env]) || setting.instead?.(values));
    const source = isGiven || !setting.env ? `--${name}` : setting.env;
    if (value === undefined && !setting.instead) {
      faults.push(`--${name} is missing: ${setting.what}. ${setting.cure}${setting.env ? ` The environment's ${setting.env} does as well.` : ""}`);
    } else if (value !== undefined && (value === "" || !setting.isRight(value))) {
      // What stands in for a fault is a fault already told.
      if (isGiven || setting.env) {
        faults.push(`${source} is '${value}', but should be ${setting.what}. ${setting.cure}`);
      }
    }
    values[name] = value;
  }
  return [values, faults];
}

/** `--name value` and `--name=value`. */
function split(args) {
  const given = new Map();
  const faults = [];
  for (let i = 0; i < args.length; i++) {
    const [, name, attached] = /^--([^=]*)(?:=(.*))?$/s.exec(args[i]) ?? [];
    if (!Object.hasOwn(known, name ?? "")) {
      faults.push(`'${args[i]}' is no argument. These are: ${Object.keys(known).map(k => `--${k}`).join(", ")}.`);
    } else if (given.has(name)) {
      faults.push(`--${name} is given twice, as '${given.get(name)}' and again. Give it once.`);
      i += attached === undefined ? 1 : 0;
    } else if (attached === undefined && (args[i + 1] === undefined || args[i + 1].startsWith("--"))) {
      given.set(name, "");
    } else {
      given.set(name, attached ?? args[++i]);
    }
  }
  return [given, faults];
}
