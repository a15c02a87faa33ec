// Keys for everything. Each key does what a click does; without script the page works the same by hand.
(function () {
  "use strict";
  var help = document.getElementById("keys");
  var STOPS = "tr[data-row], [data-stop]";

  function typing(target) { return target.closest && target.closest("input, textarea, select"); }
  function first(selector) { return document.querySelector(selector); }

  function step(by) {
    var stops = Array.prototype.slice.call(document.querySelectorAll(STOPS));
    if (!stops.length) { return; }
    var at = stops.findIndex(function (one) { return one.hasAttribute("data-at"); });
    var next = stops[Math.max(0, Math.min(stops.length - 1, at < 0 ? 0 : at + by))];
    if (at >= 0) { stops[at].removeAttribute("data-at"); }
    next.setAttribute("data-at", "");
    (next.querySelector("td.who a") || next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
  function open() {
    var link = first("[data-at] td.who a");
    if (link) { link.click(); }
  }
  function choose(name, released) {
    var select = first("select[data-" + name + "]");
    if (!select) { return; }
    var found = Array.prototype.find.call(select.options, function (one) {
      return one.value && (one.value.indexOf("released:") === 0) === released;
    });
    if (found) {
      select.value = found.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    select.focus();
    select.scrollIntoView({ block: "center" });
  }
  function unfold(key) {
    var folded = first("details[data-open='" + key + "']");
    if (!folded) { return; }
    folded.open = true;
    folded.querySelector("textarea, input:not([type=hidden])").focus();
  }
  function goTo(selector) {
    var found = first(selector);
    if (found) { found.focus(); }
    return found;
  }
  function press(key) {
    var found = first("[data-key='" + key + "']");
    if (found) { found.click(); }
  }
  function find() { if (!goTo("#find")) { location.href = "/desk/queue#find"; } }

  // What takes two people can only be recommended: the form says so before it is sent.
  function fit(form) {
    var chosen = form.querySelector("select").selectedOptions[0];
    var alone = form.querySelector("[data-alone]");
    var two = form.querySelector("[data-two]");
    if (!alone || !two || !chosen.value) { return; }
    var guarded = chosen.parentNode.hasAttribute("data-second");
    alone.disabled = guarded;
    alone.classList.toggle("first", !guarded);
    two.classList.toggle("first", guarded);
  }

  var DOES = {
    j: function () { step(1); },
    k: function () { step(-1); },
    r: function () { choose("release", true); },
    s: function () { choose("refuse", false); },
    e: function () { unfold("e"); },
    n: function () { unfold("n"); },
    w: function () { unfold("w"); },
    a: function () { goTo("[data-field='a']"); },
    t: function () { press("t"); },
    b: function () { press("b"); },
    d: function () { press("d"); },
    "/": find,
    "?": function () { help.showModal(); }
  };

  document.addEventListener("keydown", function (event) {
    var inside = typing(event.target);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && inside && inside.form) {
      event.preventDefault();
      inside.form.requestSubmit(inside.form.querySelector("button.first") || inside.form.querySelector("button"));
    } else if (event.key === "Escape" && inside) {
      inside.blur();
    } else if (!inside && !help.open && !event.ctrlKey && !event.metaKey && !event.altKey && DOES[event.key]) {
      event.preventDefault();
      DOES[event.key]();
    } else if (event.key === "Enter" && event.target === document.body) {
      open();
    }
  });
  document.querySelectorAll("[data-answering]").forEach(function (form) {
    form.addEventListener("change", function () { fit(form); });
    fit(form);
  });
  // A download says that it is being made: the browser shows nothing until it comes.
  document.querySelectorAll("a[data-busy]").forEach(function (link) {
    var was = link.textContent;
    link.addEventListener("click", function () {
      link.textContent = link.dataset.busy;
      setTimeout(function () { link.textContent = was; }, 3000);
    });
  });
  document.getElementById("help").addEventListener("click", function () { help.showModal(); });
  if (location.hash === "#find") { goTo("#find"); }
}());
