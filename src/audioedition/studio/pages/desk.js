import { act, ask, listenForNews, Refused, send } from "./asking.js";
import { fillLine, wireLine } from "./line.js";
import { openListening } from "./listening.js";
import * as playing from "./playing.js";
import { drawLines } from "./script.js";
import { drawStories } from "./stories.js";

const $ = (id) => document.getElementById(id);
const state = { edition: null, story: null, name: "", start: null };

let saying;
export function say(text, wrong = false) {
  clearTimeout(saying);
  $("said").textContent = text || "";
  $("said").classList.toggle("wrong", wrong);
  if (text) saying = setTimeout(() => { $("said").textContent = ""; }, wrong ? 9000 : 5000);
}

/** Do something; what goes wrong is said. */
async function attempt(action) {
  try {
    return await action();
  } catch (e) {
    say(e.message, true);
    if (!(e instanceof Refused)) console.error(e);
    return null;
  }
}

/** Have the desk do something, say what it says, and show what has become of it. */
async function done(what, given) {
  return attempt(async () => {
    const found = await act(what, given);
    if (found.said) say(`${found.said[0].toUpperCase()}${found.said.slice(1)}`);
    await refresh();
    return found;
  });
}

async function refresh() {
  const edition = await ask("edition");
  state.edition = edition;
  document.title = `${edition.title} – Studio`;
  $("edition-title").textContent = edition.title;
  for (const [id, label, verb] of [["undo", edition.undo, "Undo"], ["redo", edition.redo, "Redo"]]) {
    $(id).disabled = !label;
    $(id).title = label ? `${verb}: ${label}` : "";
  }
  $("problem").hidden = !edition.problem;
  $("problem").textContent = edition.problem;
  const { running, share, said } = edition.command;
  $("build").hidden = Boolean(running);
  $("stop").hidden = !running;
  $("share").hidden = !running;
  $("share").value = share;
  $("progress-said").textContent = said;
  $("listen").disabled = !edition.published.editions.length;
  $("publish").disabled = Boolean(running) || !edition.published.page;
  $("publish").title = edition.published.to ? `to ${edition.published.to}` : "edition.toml names no place yet";
  drawStories($("stories"), edition.stories, state.name, { open, reorder });
  if (state.name && !edition.stories.some((row) => row.name === state.name)) close();
  else if (state.name) await show(state.name);
}

let refreshing = null;
let again = false;
/** Refresh once more when there was news during a refresh, and never twice at a time. */
function news() {
  if (refreshing) { again = true; return; }
  refreshing = attempt(refresh).then(() => {
    refreshing = null;
    if (again) { again = false; news(); }
  });
}

function close() {
  Object.assign(state, { story: null, name: "", start: null });
  $("script-head").textContent = "No story is open";
  $("no-story").textContent = "Choose a story on the left, or add one.";
  $("lines").replaceChildren();
  for (const id of ["playing", "story-details", "misfits", "line"]) $(id).hidden = true;
  $("no-story").hidden = $("no-line").hidden = false;
}

async function open(name) {
  playing.stop();
  Object.assign(state, { name, start: null });
  drawStories($("stories"), state.edition.stories, name, { open, reorder });
  await attempt(() => show(name));
}

async function show(name) {
  let story;
  try {
    story = await ask("story", { name });
  } catch (e) {
    if (state.name !== name) return;
    const row = state.edition.stories.find((one) => one.name === name);
    close();
    state.name = name;
    $("script-head").textContent = row?.title || name;
    $("no-story").textContent = e.message;
    return;
  }
  if (state.name !== name) return; // another one has been opened meanwhile
  if (JSON.stringify(state.story) === JSON.stringify(story)) return;
  state.story = story;
  $("script-head").textContent = story.title;
  $("no-story").hidden = true;
  $("playing").hidden = $("story-details").hidden = false;
  $("misfits").hidden = !story.misfits.length;
  $("misfits").replaceChildren(...story.misfits.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  if (!$("story-form").contains(document.activeElement)) {
    for (const key of ["title", "date", "section"]) $("story-form").elements[key].value = story[key];
  }
  $("again").hidden = !/^https?:/.test(name);
  drawLines($("lines"), story, state.start, { choose, play });
  choose(state.start, false);
}

const chosen = () => state.story?.lines.find((line) => line.start === state.start);

/** Show what can be decided about a line. */
function choose(start, focus = true) {
  state.start = start;
  for (const button of $("lines").querySelectorAll(".line")) {
    const here = Number(button.dataset.start) === start;
    button.setAttribute("aria-current", here);
    button.tabIndex = here || (start === null && button === $("lines").querySelector(".line")) ? 0 : -1;
    if (here && focus) button.focus();
  }
  const line = chosen();
  $("line").hidden = !line;
  $("no-line").hidden = Boolean(line);
  if (line) fillLine(line, state.story);
}

function shown(line) {
  for (const button of $("lines").querySelectorAll(".line")) {
    button.classList.toggle("playing", line !== null && Number(button.dataset.start) === line.start);
  }
  $("pause").disabled = line === null;
  if (line) $("lines").querySelector(".playing")?.scrollIntoView({ block: "nearest" });
}

async function play(start) {
  choose(start);
  const line = chosen();
  if (!line?.clip) return;
  shown(line);
  if (await attempt(() => playing.play(line.clip))) $("lines").querySelector(`[data-start="${start}"]`).dataset.heard = "";
  shown(null);
}

async function playFrom(start) {
  const lines = state.story.lines.filter((line) => line.clip && line.start >= (start ?? 0));
  let at = -1;
  const next = () => lines[++at];
  next.ahead = () => lines[at + 1];
  await attempt(() => playing.playOn(next, shown));
  shown(null);
}

async function reorder(name, by) {
  const names = state.edition.stories.map((row) => row.name);
  const from = names.indexOf(name);
  const to = typeof by === "string" ? names.indexOf(by) : from + by;
  if (to < 0 || to >= names.length || to === from) return;
  names.splice(to, 0, ...names.splice(from, 1));
  await done("order", { names });
  const row = [...$("stories").children].find((li) => li.dataset.name === name);
  row?.querySelector(".story").focus();
  say(`${row?.querySelector(".title").textContent} is story ${to + 1} of ${names.length}`);
}

async function decide(wishes, place = chosen()) {
  await done("decide", { name: state.name, start: place.start, end: place.end, text: place.text, wishes });
}

async function added(promise) {
  const found = await promise;
  if (!found?.added) return;
  $("add-dialog").close();
  say(`${found.added} has joined the edition`);
  await attempt(refresh);
  await open(found.added);
}

function wire() {
  $("undo").onclick = () => done("undo");
  $("redo").onclick = () => done("redo");
  $("build").onclick = () => done("build").then(() => $("stop").focus());
  $("stop").onclick = () => done("stop");
  $("publish").onclick = () => done("publish");
  $("listen").onclick = () => { playing.stop(); openListening($, state.edition.published); };
  $("add").onclick = () => $("add-dialog").showModal();
  $("play-on").onclick = () => playFrom(state.start);
  $("pause").onclick = () => { playing.stop(); shown(null); };
  $("again").onclick = () => done("again", { name: state.name });
  $("remove").onclick = () => done("remove", { name: state.name });
  $("story-form").onsubmit = (e) => {
    e.preventDefault();
    const wishes = {};
    for (const key of ["title", "date", "section"]) {
      const value = e.target.elements[key].value.trim();
      if (value !== state.story[key]) wishes[key] = value || null;
    }
    if (Object.keys(wishes).length) done("wish", { name: state.name, wishes });
  };
  $("paste-form").onsubmit = (e) => {
    e.preventDefault();
    added(attempt(() => act("add", { text: e.target.elements.text.value }))).then(() => e.target.reset());
  };
  $("address-form").onsubmit = (e) => {
    e.preventDefault();
    added(attempt(() => act("address", { address: e.target.elements.address.value }))).then(() => e.target.reset());
  };
  $("file-form").onsubmit = (e) => { e.preventDefault(); sendAll(e.target.elements.files.files); };
  wireLine({ $, decide, done, attempt, chosen, story: () => state.story, say });
  document.addEventListener("dragover", (e) => {
    if (!e.dataTransfer.types.includes("Files")) return;
    e.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) document.body.classList.remove("dropping"); });
  document.addEventListener("drop", (e) => {
    if (!e.dataTransfer.files.length) return;
    e.preventDefault();
    document.body.classList.remove("dropping");
    sendAll(e.dataTransfer.files);
  });
  document.addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.target.closest("input, textarea")) return;
    if (e.key === "z" && !e.shiftKey) { e.preventDefault(); done("undo"); }
    if (e.key === "y" || (e.key === "z" && e.shiftKey)) { e.preventDefault(); done("redo"); }
  });
}

async function sendAll(files) {
  for (const file of files) await added(attempt(() => send(file)));
}

wire();
listenForNews(news);
