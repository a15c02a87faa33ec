(function () {
  "use strict";
  var all = Array.prototype.slice.call(document.querySelectorAll(".pay"));
  var which = document.getElementById("which");
  var find = document.getElementById("find");
  var left = document.getElementById("left");
  var texts = [];
  if (!all.length) { return; }
  document.documentElement.classList.add("js");
  document.getElementById("tools").hidden = false;

  function text(place) {
    if (texts[place] === undefined) { texts[place] = all[place].textContent.toLowerCase(); }
    return texts[place];
  }
  function shut(pay, on) {
    pay.classList.toggle("shut", on);
    var button = pay.querySelector(".fold");
    button.setAttribute("aria-expanded", on ? "false" : "true");
    button.textContent = on ? "open" : "close";
  }
  function sift() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var seen = 0;
    all.forEach(function (pay, place) {
      var on = (!which.value || pay.classList.contains(which.value)) &&
        words.every(function (word) { return text(place).indexOf(word) >= 0; });
      pay.hidden = !on;
      seen += on ? 1 : 0;
    });
    left.textContent = seen + " of " + all.length + " shown";
  }
  function step(by) {
    var open = all.filter(function (pay) { return !pay.hidden; });
    var at = open.indexOf(document.activeElement && document.activeElement.closest(".pay"));
    var next = open[at < 0 ? 0 : Math.min(open.length - 1, Math.max(0, at + by))];
    if (next) { next.focus(); next.scrollIntoView({ block: "start" }); }
  }
  function each(on) { all.forEach(function (pay) { if (!pay.hidden) { shut(pay, on); } }); }
  function reveal() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    var pay = target && target.closest(".pay");
    if (pay) { shut(pay, false); target.scrollIntoView(); }
  }

  which.addEventListener("change", sift);
  find.addEventListener("input", sift);
  document.getElementById("open").addEventListener("click", function () { each(false); });
  document.getElementById("close").addEventListener("click", function () { each(true); });
  document.querySelectorAll(".tile.stop, .tile.review").forEach(function (tile) {
    tile.addEventListener("click", function () {
      which.value = tile.classList.contains("stop") ? "stop" : "review";
      sift();
    });
  });
  all.forEach(function (pay) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    pay.querySelector(".body").id = pay.id + "b";
    button.setAttribute("aria-controls", pay.id + "b");
    button.setAttribute("aria-describedby", "h" + pay.id.slice(1));
    pay.querySelector("header").appendChild(button);
    button.addEventListener("click", function () { shut(pay, !pay.classList.contains("shut")); });
    pay.querySelector("header").addEventListener("click", function (event) {
      if (!event.target.closest("a, button") && !String(getSelection())) { shut(pay, !pay.classList.contains("shut")); }
    });
    shut(pay, all.length > 40);
  });
  addEventListener("hashchange", reveal);
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, select, textarea, button, a");
    var pay = document.activeElement && document.activeElement.closest(".pay");
    if (event.key === "Escape" && event.target === find) { find.value = ""; sift(); find.blur(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
    else if (event.key === "Enter" && pay) { shut(pay, !pay.classList.contains("shut")); }
    else if (event.key === "/") { find.focus(); }
    else { return; }
    event.preventDefault();
  });
  sift();
  reveal();
}());
