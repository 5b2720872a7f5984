// The player of the edition's pages: one for all stories, no framework, nothing fetched but the next story's page.
// Works from a folder on disk. Without it every story has the browser's own controls.
(function () {
  "use strict";
  var html = document.documentElement, root = html.dataset.root, story = null, audio, bar, words = [], lines = [], lit = -1, line = -1;
  var pending = 0, stopAt = 0, stopAtEnd = false, scrolled = 0, wanted = true;
  var embedded = /[?&]embed\b/.test(location.search);
  var base = new URL(root || ".", location.href).pathname.replace(/[^/]*$/, "");
  var reduced = matchMedia("(prefers-reduced-motion: reduce)");
  var icons = {
    play: "M8 5v14l11-7z", pause: "M6 5h4v14H6zm8 0h4v14h-4z", next: "M6 5l9 7-9 7zm10 0h3v14h-3z", prev: "M18 5l-9 7 9 7zM5 5h3v14H5z",
    back: "M12 5V1L6 6l6 5V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z", ahead: "M12 5V1l6 5-6 5V7a5 5 0 1 0 5 5h2a7 7 0 1 1-7-7z"
  };
  function icon(name) { return '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="' + icons[name] + '"/></svg>'; }
  function $(id) { return document.getElementById(id); }
  function clock(s) {
    s = Math.max(0, Math.floor(s || 0));
    var h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60, r = s % 60;
    return (h ? h + ":" + (m < 10 ? "0" : "") : "") + m + ":" + (r < 10 ? "0" : "") + r;
  }
  function told(s) {
    s = Math.floor(s || 0);
    return Math.floor(s / 60) + " minutes " + (s % 60) + " seconds";
  }

  // What is remembered: the place in each story, the last one heard, the speed. A browser may forbid it.
  function kept() { try { return JSON.parse(localStorage.getItem("audioedition " + base)) || {}; } catch (e) { return {}; } }
  function keep(change) {
    try {
      var all = kept();
      change(all);
      localStorage.setItem("audioedition " + base, JSON.stringify(all));
    } catch (e) { /* no store: nothing is remembered */ }
  }
  function place(slug) { return (kept().places || {})[slug] || 0; }
  function remember() {
    if (!story) return;
    var at = audio.currentTime || pending, over = at > story.seconds - 3;
    if (at < 3 && !over) return;
    keep(function (all) {
      all.places = all.places || {};
      delete all.places[story.slug];
      if (!over) all.places[story.slug] = Math.round(at * 10) / 10;
      var slugs = Object.keys(all.places);
      slugs.slice(0, Math.max(0, slugs.length - 300)).forEach(function (slug) { delete all.places[slug]; });
      all.last = over ? "" : story.slug;
    });
  }

  // --- the stories of this page

  function fromArticle(node) {
    var title = node.querySelector(".title"), link = title.querySelector("a"), own = node.querySelector("audio"), img = node.querySelector("img");
    return {
      slug: node.id, title: title.textContent, by: document.title, album: document.title, audio: own.getAttribute("src"), node: node,
      seconds: +node.dataset.seconds, art: img ? img.getAttribute("src") : document.querySelector("header img").getAttribute("src"),
      page: link ? link.getAttribute("href") : "", chapters: JSON.parse(node.dataset.chapters || "[]"), words: []
    };
  }
  function listed() {
    return Array.prototype.map.call(document.querySelectorAll("article[data-seconds]"), fromArticle);
  }
  function neighbour(step) {
    if (!story) return null;
    if (html.classList.contains("story")) {
      var order = window.ORDER || [], i = order.indexOf(story.slug);
      return i < 0 ? null : order[i + step] || null;
    }
    var all = listed().filter(function (s) { return !!s.page === !!story.page; });
    for (var k = 0; k < all.length; k++) if (all[k].slug === story.slug) return all[k + step] || null;
    return null;
  }

  // --- the bar

  function makeBar() {
    bar = document.createElement("section");
    bar.id = "bar";
    bar.setAttribute("aria-label", "Player");
    function button(id, name, label) { return '<button type="button" id="' + id + '" aria-label="' + label + '" title="' + label + '">' + icon(name) + "</button>"; }
    function options(list) { return list.map(function (o) { return '<option value="' + o[0] + '">' + o[1] + "</option>"; }).join(""); }
    bar.innerHTML = '<p id="now" dir="auto"></p>' +
      '<div class="row"><span class="time" id="at">0:00</span><input type="range" id="seek" min="0" max="100" step="1" value="0" aria-label="Place in the story">' +
      '<span class="time" id="left">0:00</span></div>' +
      '<div class="row">' + button("prev", "prev", "Previous story") + button("back", "back", "Back 10 seconds") + button("play", "play", "Play") +
      button("ahead", "ahead", "On 30 seconds") + button("next", "next", "Next story") + "</div>" +
      '<div class="row"><label>Speed <select id="speed">' + options([[0.75, "¾ ×"], [1, "1 ×"], [1.25, "1¼ ×"], [1.5, "1½ ×"], [1.75, "1¾ ×"], [2, "2 ×"]]) +
      '</select></label><label>Sleep <select id="sleep">' + options([[0, "off"], [-1, "after this story"], [5, "5 min"], [15, "15 min"], [30, "30 min"], [60, "1 hour"]]) +
      '</select></label><label id="chapters-label">Chapter <select id="chapters"></select></label></div>';
    document.body.appendChild(bar);
    $("play").className = "main-play";
    $("play").onclick = toggle;
    $("back").onclick = function () { seek(now() - 10); };
    $("ahead").onclick = function () { seek(now() + 30); };
    $("next").onclick = function () { go(1, true); };
    $("prev").onclick = function () { if (now() > 5) seek(0); else go(-1, true); };
    $("seek").oninput = function () { seek(+this.value); };
    $("speed").value = String(kept().speed || 1);
    $("speed").onchange = function () {
      var speed = +this.value;
      audio.playbackRate = audio.defaultPlaybackRate = speed;
      keep(function (all) { all.speed = speed; });
    };
    $("sleep").onchange = function () {
      var minutes = +this.value;
      stopAtEnd = minutes < 0;
      stopAt = minutes > 0 ? Date.now() + minutes * 60000 : 0;
    };
    $("chapters").onchange = function () { seek(+this.value / 1000); play(); };
    document.body.classList.add("playing");
  }

  function now() { return audio.readyState ? audio.currentTime : pending || audio.currentTime; }

  function show() {
    if (!story) return;
    var at = now(), total = audio.duration && isFinite(audio.duration) ? audio.duration : story.seconds;
    $("seek").max = Math.round(total);
    $("seek").value = Math.round(at);
    $("seek").setAttribute("aria-valuetext", told(at) + " of " + told(total));
    $("at").textContent = clock(at);
    $("left").textContent = clock(total);
    var on = !audio.paused;
    if (bar.dataset.on !== String(on)) {
      bar.dataset.on = on;
      $("play").innerHTML = icon(on ? "pause" : "play");
      $("play").setAttribute("aria-label", on ? "Pause" : "Play");
      $("play").title = on ? "Pause" : "Play";
    }
    var chapter = 0, button = story.node && story.node.querySelector("button.listen");
    if (button && button.dataset.on !== String(on)) {
      button.dataset.on = on;
      button.innerHTML = icon(on ? "pause" : "play") + "<span>" + (on ? "Pause" : "Listen") + "</span>";
      button.setAttribute("aria-label", button.textContent + ": " + story.title);
    }
    story.chapters.forEach(function (c, i) { if (c[0] <= at * 1000 + 200) chapter = i; });
    if (story.chapters.length && document.activeElement !== $("chapters")) $("chapters").selectedIndex = chapter;
    if ("mediaSession" in navigator && total && at <= total) {
      navigator.mediaSession.playbackState = on ? "playing" : "paused";
      try { navigator.mediaSession.setPositionState({ duration: total, playbackRate: audio.playbackRate, position: at }); } catch (e) { /* not known yet */ }
    }
  }

  function load(next, at) {
    if (story && story !== next) {
      remember();
      audio.pause();
      show();
    }
    story = next;
    pending = at || 0;
    var from = root + next.audio;
    if (audio.getAttribute("src") !== from) audio.src = from;
    audio.playbackRate = audio.defaultPlaybackRate = +$("speed").value;
    if (pending) audio.currentTime = pending;
    var title = $("now");
    title.textContent = "";
    if (next.page) {
      var a = document.createElement("a");
      a.href = next.page;
      a.textContent = next.title;
      title.appendChild(a);
    } else if (html.classList.contains("edition")) title.textContent = next.title;
    $("chapters-label").hidden = !next.chapters.length;
    $("chapters").textContent = "";
    next.chapters.forEach(function (c) { $("chapters").add(new Option(c[1], c[0])); });
    Array.prototype.forEach.call(document.querySelectorAll("article.now"), function (n) { n.classList.remove("now"); });
    if (next.node) next.node.classList.add("now");
    $("next").disabled = !neighbour(1);
    $("prev").disabled = false;
    bar.hidden = false;
    media(next);
    show();
  }

  function media(next) {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title: next.title, artist: next.by, album: next.album, artwork: [{ src: new URL(root + next.art, location.href).href }] });
    var handlers = {
      play: play, pause: function () { audio.pause(); }, seekbackward: function () { seek(now() - 10); }, seekforward: function () { seek(now() + 30); },
      previoustrack: function () { go(-1, true); }, nexttrack: function () { go(1, true); }, seekto: function (d) { seek(d.seekTime); }
    };
    Object.keys(handlers).forEach(function (name) { try { navigator.mediaSession.setActionHandler(name, handlers[name]); } catch (e) { /* unknown here */ } });
  }

  function seek(to) {
    to = Math.max(0, Math.min(to, (audio.duration || story.seconds) - 0.05));
    pending = audio.readyState ? 0 : to;
    audio.currentTime = to;
    show();
    light(true);
  }
  function play() {
    var started = audio.play();
    if (started) started.catch(function () { show(); });
  }
  function toggle() { if (audio.paused) play(); else audio.pause(); }

  // --- on to another story

  function go(step, playing) {
    var next = neighbour(step);
    if (!next) return;
    remember();
    if (typeof next !== "string") {
      load(next, place(next.slug));
      if (playing) play();
      return;
    }
    var address = next + ".html";
    if (location.protocol === "file:" || !window.fetch || embedded) { location.href = address + (embedded ? "?embed" : "") + "#play"; return; }
    fetch(address).then(function (r) { if (!r.ok) throw 0; return r.text(); }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html");
      if (page.documentElement.dataset.version !== html.dataset.version) throw 0;
      document.querySelector("main").replaceWith(page.querySelector("main"));
      $("data").replaceWith(page.getElementById("data"));
      document.title = page.title;
      history.pushState(null, "", address);
      scrollTo(0, 0);
      openStory(playing);
    }).catch(function () { location.href = address + "#play"; });
  }
  addEventListener("popstate", function () { if (html.classList.contains("story")) location.reload(); });

  // --- the word that is spoken

  function openStory(playing) {
    var data = JSON.parse($("data").textContent), own = document.querySelector("#story audio");
    if (own) own.remove();
    words = [];
    lines = [];
    data.words.forEach(function (flat, i) {
      var span = document.querySelector('[data-i="' + i + '"]');
      lines.push(span);
      for (var k = 0; span && k < flat.length; k += 4) words.push({ at: flat[k], end: flat[k] + flat[k + 1], line: i, a: flat[k + 2], b: flat[k + 3] });
    });
    words.sort(function (x, y) { return x.at - y.at; });
    lit = line = -1;
    html.classList.add("can-play");
    dates();
    var mark = /^#t=(\d+(\.\d+)?)/.exec(location.hash);
    load(data, mark ? +mark[1] : playing ? 0 : place(data.slug));
    light(true);
    if (playing) play();
  }

  function found(ms) {
    var low = 0, high = words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (words[middle].at <= ms) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  function light(moved) {
    if (!words.length) return;
    var ms = now() * 1000, i = found(ms), word = words[i];
    if (word && ms > word.end + 400) i = -1;
    if (i === lit && !moved) return;
    lit = i;
    paint(i < 0 ? null : word);
    if (!word || word.line === line) return;
    line = word.line;
    if (moved || !audio.paused) follow(lines[line]);
  }

  function range(word) {
    var node = lines[word.line].firstChild, r = document.createRange();
    r.setStart(node, Math.min(word.a, node.length));
    r.setEnd(node, Math.min(word.b, node.length));
    return r;
  }
  function paint(word) {
    if (window.Highlight && CSS.highlights) {
      CSS.highlights.delete("word");
      CSS.highlights.delete("line");
      if (!word) return;
      var whole = document.createRange();
      whole.selectNodeContents(lines[word.line]);
      var sentence = new Highlight(whole), spoken = new Highlight(range(word));
      spoken.priority = 1;
      CSS.highlights.set("line", sentence);
      CSS.highlights.set("word", spoken);
      return;
    }
    Array.prototype.forEach.call(document.querySelectorAll(".lit"), function (n) { n.classList.remove("lit"); });
    if (word) lines[word.line].classList.add("lit");
  }
  function follow(node) {
    if (!node || embedded || Date.now() - scrolled < 4000 || audio.paused) return;
    var box = node.getBoundingClientRect(), room = innerHeight - (bar.offsetHeight || 0);
    if (box.top < 40 || box.bottom > room - 20) node.scrollIntoView({ block: "center", behavior: reduced.matches ? "auto" : "smooth" });
  }
  function tick() {
    if (audio.paused) return;
    light(false);
    requestAnimationFrame(tick);
  }

  function clicked(event) {
    if (event.target.closest("a, button, .who") || String(getSelection())) return;
    var span = event.target.closest("#story [data-i]");
    if (!span) return;
    var offset = 0, spot;
    if (document.caretPositionFromPoint) { spot = document.caretPositionFromPoint(event.clientX, event.clientY); offset = spot ? spot.offset : 0; }
    else if (document.caretRangeFromPoint) { spot = document.caretRangeFromPoint(event.clientX, event.clientY); offset = spot ? spot.startOffset : 0; }
    var best = null, index = +span.dataset.i;
    words.forEach(function (w) {
      if (w.line !== index) return;
      var far = offset < w.a ? w.a - offset : offset > w.b ? offset - w.b : 0;
      if (!best || far < best.far) best = { far: far, at: w.at };
    });
    if (!best) return;
    wanted = true;
    seek(best.at / 1000);
    play();
  }

  function keys(event) {
    var on = event.target, name = on.tagName;
    if (event.ctrlKey || event.metaKey || event.altKey || !story) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(name) || (event.key === " " && /^(BUTTON|SUMMARY|A)$/.test(name))) return;
    if (event.key === " ") toggle();
    else if (event.key === "ArrowRight") seek(now() + 10);
    else if (event.key === "ArrowLeft") seek(now() - 10);
    else if (event.key === "n" || event.key === "N") go(1, !audio.paused);
    else if (event.key === "p" || event.key === "P") go(-1, !audio.paused);
    else return;
    event.preventDefault();
  }

  // --- the front page

  function openEdition() {
    var all = listed(), was = kept(), header = document.querySelector("header div");
    all.forEach(function (s) {
      var own = s.node.querySelector("audio"), button = document.createElement("button");
      button.type = "button";
      button.className = "listen";
      button.innerHTML = icon("play") + "<span>" + (place(s.slug) ? "Go on at " + clock(place(s.slug)) : "Listen") + "</span>";
      button.setAttribute("aria-label", button.textContent + ": " + s.title);
      button.onclick = function () {
        if (story && story.slug === s.slug) { toggle(); return; }
        load(s, place(s.slug));
        play();
      };
      own.replaceWith(button);
      s.node.querySelector("div").dataset.audio = s.audio;
    });
    listed = function () { return all; };
    bar.hidden = true;
    document.body.classList.remove("playing");
    var first = all.filter(function (s) { return s.page; })[0] || all[0], last = all.filter(function (s) { return s.slug === was.last; })[0];
    if (!first) return;
    var start = document.createElement("button");
    start.type = "button";
    start.className = "main-play listen";
    start.innerHTML = icon("play") + "<span></span>";
    start.lastChild.textContent = last ? "Go on listening" : "Listen to the edition";
    start.onclick = function () { var s = last || first; load(s, place(s.slug)); play(); };
    header.appendChild(start);
    dates();
  }
  function dates() {
    Array.prototype.forEach.call(document.querySelectorAll("time[datetime]"), function (t) {
      var day = new Date(t.getAttribute("datetime").slice(0, 10) + "T12:00:00");
      try { t.textContent = day.toLocaleDateString(html.lang, { weekday: "long", day: "numeric", month: "long", year: "numeric" }); } catch (e) { /* stays as it is */ }
    });
  }

  function begin() {
    audio = new Audio();
    audio.preload = "none";
    if (embedded) html.classList.add("embed");
    makeBar();
    if (location.protocol.slice(0, 4) === "http" && !embedded) {
      var link = document.createElement("link");
      link.rel = "manifest";
      link.href = root + "stories/app.webmanifest";
      document.head.appendChild(link);
      if ("serviceWorker" in navigator) navigator.serviceWorker.register(root + "sw.js").catch(function () { /* not served safely */ });
    }
    audio.addEventListener("timeupdate", function () {
      if (audio.readyState) pending = 0;
      if (stopAt && Date.now() > stopAt) { stopAt = 0; $("sleep").value = "0"; audio.pause(); }
      if (Math.floor(audio.currentTime) % 5 === 0) remember();
      show();
    });
    audio.addEventListener("play", function () { document.body.classList.add("playing"); show(); requestAnimationFrame(tick); });
    audio.addEventListener("pause", function () { remember(); show(); });
    audio.addEventListener("seeked", function () { light(true); });
    audio.addEventListener("error", function () { if (audio.getAttribute("src")) $("now").textContent = "The sound of this story cannot be loaded."; });
    audio.addEventListener("ended", function () {
      remember();
      if (stopAtEnd) { stopAtEnd = false; $("sleep").value = "0"; return; }
      go(1, true);
    });
    addEventListener("pagehide", remember);
    ["wheel", "touchmove"].forEach(function (kind) { addEventListener(kind, function () { scrolled = Date.now(); }, { passive: true }); });
    document.addEventListener("keydown", keys);
    document.addEventListener("click", clicked);
    if (html.classList.contains("story")) openStory(location.hash === "#play"); else openEdition();
    window.audioedition = audio;
  }
  begin();
})();
