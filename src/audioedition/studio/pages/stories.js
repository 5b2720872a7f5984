// The list of stories: drawn anew from the rows, focus and scrolling kept; only rows that differ are touched.

const STATES = { new: "new", changed: "changed", built: "built", copy: "copy", failed: "failed", "no text": "no story", unread: "not read yet" };
const TOLD = ["copy", "failed", "no text"]; // the reason stands in the row

function facts(row) {
  const out = [];
  const add = (text, kind) => out.push(Object.assign(document.createElement("span"), { textContent: text, className: kind || "" }));
  add(STATES[row.state], `state ${row.state.replace(" ", "-")}`);
  if (row.edited) add("edited");
  if (row.misfits) add(`${row.misfits} of its edits do not fit`, "state changed");
  if (row.section) add(row.section);
  if (row.doubts) add(row.doubts === 1 ? "1 doubt" : `${row.doubts} doubts`);
  if (TOLD.includes(row.state)) add(row.why);
  return out;
}

function fill(li, row) {
  const button = li.querySelector(".story");
  button.querySelector(".title").textContent = row.title;
  button.querySelector(".facts").replaceChildren(...facts(row));
  button.title = TOLD.includes(row.state) ? "" : row.why;
}

function make(row, on) {
  const li = document.createElement("li");
  li.dataset.name = row.name;
  li.draggable = true;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "story";
  button.append(
    Object.assign(document.createElement("span"), { className: "title" }),
    Object.assign(document.createElement("span"), { className: "facts" }),
  );
  button.onclick = () => on.open(row.name);
  button.onkeydown = (e) => {
    if (e.key !== "ArrowUp" && e.key !== "ArrowDown") return;
    e.preventDefault();
    const by = e.key === "ArrowUp" ? -1 : 1;
    if (e.altKey) on.reorder(row.name, by);
    else (by < 0 ? li.previousElementSibling : li.nextElementSibling)?.querySelector(".story").focus();
  };
  const moves = document.createElement("div");
  moves.className = "tools moves";
  for (const [text, by] of [["Earlier", -1], ["Later", 1]]) {
    const move = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    move.onclick = () => on.reorder(row.name, by);
    moves.append(move);
  }
  li.append(button, moves);
  li.ondragstart = (e) => { e.dataTransfer.setData("text/x-story", row.name); e.dataTransfer.effectAllowed = "move"; };
  li.ondragover = (e) => {
    if (!e.dataTransfer.types.includes("text/x-story")) return;
    e.preventDefault();
    li.classList.add("over");
  };
  li.ondragleave = () => li.classList.remove("over");
  li.ondrop = (e) => {
    li.classList.remove("over");
    const name = e.dataTransfer.getData("text/x-story");
    if (name) { e.preventDefault(); on.reorder(name, row.name); }
  };
  return li;
}

export function drawStories(list, rows, open, on) {
  const there = new Map([...list.children].map((li) => [li.dataset.name, li]));
  const focused = document.activeElement;
  let at = list.firstElementChild;
  for (const row of rows) {
    let li = there.get(row.name);
    there.delete(row.name);
    if (!li) li = make(row, on);
    const drawn = JSON.stringify(row);
    if (li.drawn !== drawn) { fill(li, row); li.drawn = drawn; }
    const current = row.name === open;
    li.querySelector(".story").setAttribute("aria-current", current);
    li.querySelector(".moves").hidden = !current;
    if (li === at) at = at.nextElementSibling;
    else list.insertBefore(li, at);
  }
  for (const li of there.values()) li.remove();
  if (focused !== document.activeElement && list.contains(focused)) focused.focus();
}
