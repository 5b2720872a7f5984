// Lines one after the other, with their pauses; the next one is fetched while one is heard.

const audio = new Audio();
let following = 0;

export const address = (clip) => `clip/${clip}`;

/** Play one clip. Resolves when it has been heard; false when something else was played meanwhile. */
export async function play(clip) {
  const mine = ++following;
  audio.src = address(clip);
  const ended = new Promise((resolve, reject) => {
    audio.onended = () => resolve(true);
    audio.onerror = () => reject(new Error("This line cannot be played."));
    audio.onpause = () => { if (!audio.ended) resolve(false); };
  });
  try {
    await audio.play();
  } catch (e) {
    if (mine !== following || e.name === "AbortError") return false;
    const told = await fetch(address(clip)).then((r) => (r.ok ? null : r.json())).catch(() => null);
    throw new Error(told?.error || "This line cannot be played.");
  }
  return (await ended) && mine === following;
}

/** Play the lines of `next()` until it has no more, or until `stop`. */
export async function playOn(next, shown) {
  for (let line = next(); line; line = next()) {
    shown(line);
    if (!line.clip) continue;
    const heard = play(line.clip);
    const coming = next.ahead();
    if (coming?.clip) fetch(address(coming.clip)).catch(() => {});
    if (!(await heard)) return;
    const mine = following;
    await new Promise((resolve) => setTimeout(resolve, line.pause));
    if (mine !== following) return;
  }
}

export function stop() {
  following += 1;
  audio.pause();
}

export const player = audio;
