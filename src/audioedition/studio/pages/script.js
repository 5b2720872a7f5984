// The script as the listener hears it: a line a sentence, coloured by who is heard; what is left out stands pale.

const ROLES = { byline: "byline", dateline: "dateline", timestamp: "time", deck: "deck", subhead: "subhead",
  caption: "caption", correction: "correction", headline: "headline", body: "", quote: "somebody" };

/** A hue for everybody who speaks: far apart, and the same as long as the order is. */
export function colours(speakers) {
  return new Map(speakers.map((one, i) => [one.name, Math.round(25 + i * 137.5) % 360]));
}

function noted(text) {
  return Object.assign(document.createElement("span"), { className: "note", textContent: text });
}

/** The text of a line with the words that had to be guessed marked. */
function marked(line) {
  const out = document.createDocumentFragment();
  let rest = line.text;
  const doubts = (line.doubts || []).filter((doubt) => doubt.text && rest.includes(doubt.text));
  doubts.sort((a, b) => line.text.indexOf(a.text) - line.text.indexOf(b.text));
  for (const doubt of doubts) {
    const at = rest.indexOf(doubt.text);
    if (at < 0) continue;
    out.append(rest.slice(0, at), Object.assign(document.createElement("mark"), { textContent: doubt.text, title: doubt.why }));
    rest = rest.slice(at + doubt.text.length);
  }
  out.append(rest);
  return out;
}

export function drawLines(list, story, chosen, on) {
  const hues = colours(story.speakers);
  const focused = list.contains(document.activeElement) ? Number(document.activeElement.dataset.start) : null;
  let before = null;
  const items = story.lines.map((line) => {
    const li = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.start = line.start;
    const dropped = line.kind === "dropped";
    const kind = dropped ? "dropped" : line.role;
    li.className = kind;
    button.className = `line ${kind} ${dropped || line.spoken ? "" : "silent"}`;
    if (dropped || before?.paragraph !== line.paragraph) li.classList.add("new-paragraph");
    before = dropped ? null : line;
    const label = dropped ? "left out" : line.speaker || ROLES[line.role];
    if (hues.has(line.speaker)) {
      li.style.setProperty("--who", `light-dark(hsl(${hues.get(line.speaker)} 60% 42%), hsl(${hues.get(line.speaker)} 60% 65%))`);
      button.style.setProperty("--who-ink", `light-dark(hsl(${hues.get(line.speaker)} 75% 26%), hsl(${hues.get(line.speaker)} 70% 78%))`);
    }
    const who = Object.assign(document.createElement("span"), { className: "who", textContent: label });
    const what = document.createElement("span");
    what.className = "what";
    what.append(dropped ? line.text : marked(line));
    if (dropped) what.append(noted(line.reason));
    else if (!line.spoken) what.append(noted("not spoken"));
    if (line.edits.length) what.append(noted("edited"));
    if (line.doubts?.length) what.append(noted("doubt"));
    button.append(who, what);
    button.onclick = () => on.play(line.start);
    button.onkeydown = (e) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
      if (!by) return;
      e.preventDefault();
      const next = (by > 0 ? li.nextElementSibling : li.previousElementSibling)?.querySelector(".line");
      if (next) on.choose(Number(next.dataset.start));
    };
    li.append(button);
    return li;
  });
  list.replaceChildren(...items);
  if (focused !== null) list.querySelector(`[data-start="${chosen ?? focused}"]`)?.focus({ preventScroll: true });
}
