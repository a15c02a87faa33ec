(function () {
  "use strict";
  var ways = Array.from(document.querySelectorAll("section.way"));
  var dots = Array.from(document.querySelectorAll(".dot"));
  var buttons = Array.from(document.querySelectorAll("#pick button"));
  var kind = document.getElementById("kind");
  var cause = document.getElementById("cause");
  var count = document.getElementById("count");
  var chosen = ways.length - 1;

  function show() {
    var seen = 0;
    ways.forEach(function (way, at) {
      way.hidden = at !== chosen;
      way.querySelectorAll("tbody tr").forEach(function (row) {
        var fits = (!kind.value || row.dataset.kind === kind.value) && (!cause.value || row.dataset.cause === cause.value);
        row.hidden = !fits;
        if (fits && at === chosen) { seen += 1; }
      });
    });
    dots.forEach(function (dot, at) { dot.classList.toggle("on", at === chosen); });
    buttons.forEach(function (button, at) { button.setAttribute("aria-pressed", String(at === chosen)); });
    count.textContent = seen + (seen === 1 ? " payment shown" : " payments shown");
  }
  function pick(at) {
    chosen = at;
    show();
  }
  document.getElementById("pick").hidden = false;
  document.getElementById("sift").hidden = false;
  buttons.forEach(function (button, at) { button.addEventListener("click", function () { pick(at); }); });
  dots.forEach(function (dot, at) {
    dot.addEventListener("click", function () { pick(at); });
    dot.addEventListener("keydown", function (event) { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(at); } });
  });
  kind.addEventListener("change", show);
  cause.addEventListener("change", show);
  show();
})();
