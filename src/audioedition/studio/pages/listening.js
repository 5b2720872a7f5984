// The finished edition: its cover, its files and their chapters.

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

async function chapters(name) {
  const found = await fetch(`output/chapters/${name.replace(/\.\w+$/, "")}.json`).catch(() => null);
  return found?.ok ? (await found.json()).chapters : [];
}

async function edition(name) {
  const section = document.createElement("section");
  const stamp = Date.now();
  const heading = Object.assign(document.createElement("h3"), { textContent: name });
  const audio = Object.assign(document.createElement("audio"), { controls: true, preload: "metadata", src: `output/${name}?${stamp}` });
  audio.setAttribute("aria-label", name);
  const list = document.createElement("ol");
  list.append(...(await chapters(name)).map((chapter) => {
    const li = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.append(
      Object.assign(document.createElement("span"), { textContent: chapter.title }),
      Object.assign(document.createElement("span"), { textContent: clock(chapter.startTime) }),
    );
    button.onclick = () => {
      audio.currentTime = chapter.startTime;
      audio.play().catch(() => {}); // the desk was closed before it began
    };
    li.append(button);
    return li;
  }));
  section.append(heading, audio, list);
  return section;
}

export async function openListening($, published) {
  $("cover").hidden = !published.cover;
  if (published.cover) $("cover").src = `output/artwork/cover.jpg?${Date.now()}`;
  $("site").hidden = !published.page;
  $("editions").replaceChildren(...await Promise.all(published.editions.slice(-3).reverse().map(edition)));
  $("listen-dialog").showModal();
  $("listen-dialog").addEventListener("close", () => $("editions").replaceChildren(), { once: true });
}
