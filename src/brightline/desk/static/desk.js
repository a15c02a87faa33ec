// The queue counts itself again while it is in view; everything else works without script.
(function () {
  "use strict";
  var EVERY = 20000;
  var tabs = document.querySelector("[data-counts]");
  if (!tabs) { return; }

  function put(counts) {
    tabs.querySelectorAll("[data-count]").forEach(function (place) {
      var count = counts[place.dataset.count];
      if (count !== undefined && place.textContent !== String(count)) { place.textContent = count; }
    });
  }
  function ask() {
    if (document.hidden) { return; }
    fetch(tabs.dataset.counts, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.ok && answer.url.indexOf("/queue/counts") > 0 ? answer.json() : null; })
      .then(function (told) { if (told) { put(told.counts); } })
      .catch(function () { /* the next turn asks again */ });
  }
  ask();
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}());
