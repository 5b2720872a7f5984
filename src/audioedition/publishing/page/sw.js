// Texts without a network: the newest answer where there is one, else the kept one. Sound is not kept: it is large.
self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(NAME).then(function (cache) {
    return Promise.all(FILES.map(function (file) { return cache.add(file).catch(function () {}); }));
  }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.map(function (name) { return name === NAME ? null : caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});
self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || request.headers.has("range") || /\.(mp3|m4a|m4b|opus)$/.test(request.url)) return;
  event.respondWith(fetch(request).then(function (answer) {
    if (answer.ok && new URL(request.url).origin === self.location.origin) {
      var copy = answer.clone();
      caches.open(NAME).then(function (cache) { cache.put(request, copy); });
    }
    return answer;
  }).catch(function () {
    return caches.match(request, { ignoreSearch: true }).then(function (kept) {
      return kept || (request.mode === "navigate" ? caches.match("index.html") : null) || Response.error();
    });
  }));
});
