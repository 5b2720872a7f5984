// Requests to the desk. Everything is below the address of this page, which holds the key.

export class Refused extends Error {}

async function answer(response) {
  const found = await response.json().catch(() => ({ error: `The studio answers ${response.status}.` }));
  if (!response.ok) throw new Refused(found.error || `The studio answers ${response.status}.`);
  return found;
}

async function reached(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refused("The studio cannot be reached. Is it still running?");
  }
}

/** What is there: `edition`, `story`, `unknown`. */
export async function ask(what, given = {}) {
  return answer(await reached(`ask/${what}?${new URLSearchParams(given)}`));
}

/** Have something done. */
export async function act(what, given = {}) {
  return answer(await reached(`do/${what}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given),
  }));
}

/** Send a file to the folder of articles. */
export async function send(file) {
  return answer(await reached(`file?${new URLSearchParams({ name: file.name })}`, { method: "POST", body: file }));
}

/** Call `heard` whenever there is news, and when the connection has come back. */
export function listenForNews(heard) {
  new EventSource("events").onmessage = heard;
}
