// What can be decided about one line.

import { act } from "./asking.js";
import * as playing from "./playing.js";

const ROLES = ["headline", "deck", "byline", "timestamp", "dateline", "subhead", "body", "quote", "caption", "correction"];
const OTHER = "\u0000other";
const $ = (id) => document.getElementById(id);
const option = (value, text) => Object.assign(document.createElement("option"), { value, textContent: text });

/** The words alone: quotation marks and stops are not heard. */
const bare = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const here = (line) => Object.assign({}, ...line.edits.filter((edit) => edit.here));

export function fillLine(line, story) {
  const form = $("line-form").elements;
  const decided = here(line);
  const dropped = line.kind === "dropped";
  $("line-head").textContent = dropped ? "Left out" : "This line";
  $("line-text").textContent = line.text;
  $("line-spoken").textContent = dropped ? `Why: ${line.reason}.`
    : !line.spoken ? "It is not spoken."
      : bare(line.spoken) === bare(line.text) ? "" : `Heard as: ${line.spoken}`;
  $("line-doubts").replaceChildren(...(line.doubts || []).map((d) => Object.assign(document.createElement("li"), {
    textContent: `“${d.text}”${d.spoken && d.spoken !== d.text ? ` is read “${d.spoken}”` : ""}: ${d.why}`,
  })));
  $("drop").textContent = dropped ? "Bring back" : "Leave out";
  $("as-found").hidden = !line.edits.some((edit) => edit.here);
  $("cast").hidden = dropped || !line.speaker || !decided.voice;
  $("cast").textContent = `${decided.voice} for ${line.speaker}, everywhere`;
  $("line-form").hidden = dropped;
  $("word-form").hidden = dropped;
  if (dropped) return;

  form.speaker.replaceChildren(
    option("", "nobody: the narrator reads"),
    ...(line.role === "quote" && !line.speaker ? [option("\u0000", "somebody, not named")] : []),
    ...story.speakers.map((one) => option(one.name, one.name)),
    ...story.bylines.filter((name) => !story.speakers.some((one) => one.name === name)).map((name) => option(name, name)),
    option(OTHER, "somebody else …"),
  );
  form.speaker.value = line.speaker || (line.role === "quote" ? "\u0000" : "");
  $("other-speaker").hidden = true;
  form.gender.value = decided.gender || "";
  form.gender.options[0].textContent = line.gender ? `as found: ${line.gender}` : "as found";
  form.gender.disabled = !line.speaker;
  const roles = ROLES.includes(line.role) ? ROLES : [line.role]; // an introduction is ours: nothing else can be made of it
  form.role.replaceChildren(...roles.map((role) => option(role, role)));
  form.role.disabled = roles.length < 2;
  form.role.value = line.role;
  form.voice.replaceChildren(option("", decided.voice ? "as cast" : `as cast: ${line.voice}`),
    ...story.voices.map((voice) => option(voice.name, `${voice.name} (${voice.language}, ${voice.gender})`)));
  form.voice.value = decided.voice || "";
  form.pause.value = line.pause;
  const typing = document.activeElement === form.say && form.say.dataset.line === `${story.name} ${line.start}`;
  if (!typing) form.say.value = decided.say || line.spoken;
  form.say.dataset.line = `${story.name} ${line.start}`;
  $("words").replaceChildren(...[...new Set(line.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) || [])]
    .filter((word) => word.length > 2).map((word) => option(word, word)));
}

export function wireLine({ decide, done, attempt, chosen, story, say }) {
  const form = $("line-form");
  const fields = form.elements;
  fields.speaker.onchange = () => {
    const name = fields.speaker.value;
    $("other-speaker").hidden = name !== OTHER;
    if (name === OTHER) fields.other.focus();
    else if (name === "") decide({ role: "body", speaker: null, gender: null });
    else decide({ speaker: name === "\u0000" ? "" : name, role: null });
  };
  fields.other.onchange = () => { if (fields.other.value.trim()) decide({ speaker: fields.other.value.trim(), role: null }); };
  fields.gender.onchange = () => decide({ gender: fields.gender.value || null });
  fields.role.onchange = () => decide(fields.role.value === "quote"
    ? { role: "quote" } : { role: fields.role.value, speaker: null, gender: null });
  fields.voice.onchange = () => decide({ voice: fields.voice.value || null });
  fields.pause.onchange = () => { if (fields.pause.checkValidity()) decide({ pause: fields.pause.value === "" ? null : Number(fields.pause.value) }); };
  form.onsubmit = (e) => {
    e.preventDefault();
    const words = fields.say.value.trim();
    const line = chosen();
    if (words === line.spoken && !here(line).say) say("These are the words that are said already.");
    else decide({ say: words && words !== line.text ? words : null });
  };
  const hear = (given) => attempt(async () => {
    const { clip } = await act("hear", { name: story().name, start: chosen().start, ...given });
    await playing.play(clip);
  });
  $("hear-say").onclick = () => hear({ say: fields.say.value, voice: fields.voice.value });
  $("drop").onclick = () => {
    const line = chosen();
    const decided = here(line);
    if (line.kind === "dropped") decide(decided.drop ? { drop: null } : { keep: true });
    else decide(decided.keep ? { keep: null } : { drop: true, keep: null });
  };
  $("as-found").onclick = () => decide(Object.fromEntries(
    ["role", "speaker", "gender", "voice", "say", "drop", "keep", "pause"].map((key) => [key, null]),
  ));
  $("cast").onclick = () => done("cast", { person: chosen().speaker, voice: here(chosen()).voice });
  const words = $("word-form");
  $("hear-word").onclick = () => hear({ words: [[words.elements.word.value, words.elements.say.value]] });
  words.onsubmit = async (e) => {
    e.preventDefault();
    const [word, said] = [words.elements.word.value.trim(), words.elements.say.value.trim()];
    if (e.submitter.value === "everywhere") {
      await done("pronounce", { word, say: said });
    } else {
      const line = chosen();
      const at = line.text.indexOf(word);
      if (at < 0) return say(`“${word}” is not in this line`, true);
      await decide({ say: said }, { start: line.start + at, end: line.start + at + word.length, text: word });
    }
  };
  document.addEventListener("selectionchange", () => {
    const selected = getSelection();
    const text = selected.toString().trim();
    if (text && $("line-text").contains(selected.anchorNode)) words.elements.word.value = text;
  });
}
