// What the page asks the server, and the server's refusals in its own words.

async function call(path, body) {
  let response;
  try {
    response = await fetch(path, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The server can't be reached. Is FeedbackBot still running?");
  }

  const text = await response.text();
  const json = parsed(text);
  if (!response.ok) {
    throw new Error(json?.error?.message ?? (text && text.length < 2000 && !text.startsWith("<") ? text : `The server answered ${response.status}.`));
  }

  return json;
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const query = values => new URLSearchParams(values).toString();

export const api = {
  state: person => call(`/local/state${person ? `?${query({ person })}` : ""}`),
  older: (person, conversation, before) => call(`/local/messages?${query({ person, conversation, before })}`),
  say: (person, conversation, text, replyTo) => call("/local/messages", { person, conversation, text, replyTo }),
  find: order => call("/local/find", order),
  insert: (person, conversation, card) => call("/local/cards", { person, conversation, card }),
  click: order => call("/local/clicks", order),
  read: (person, conversation, upTo) => call("/local/read", { person, conversation, upTo }),
  createChannel: (person, name) => call("/local/channels", { person, name }),
  misbehaviour: () => call("/local/misbehave"),
  misbehave: order => call("/local/misbehave", order),
  post: post => call("/local/posts", post),
};
