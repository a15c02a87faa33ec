// What somebody with weak eyes, a screen reader or a keyboard alone would miss on this page. Colours are taken as the
// browser computed them: every text against the first ground below it that covers. Disabled controls, what is hidden
// and what is only read out are left out, as the standard leaves them out (WCAG 2.2, 1.4.3).
() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const parts = (colour) => {
    if (!known.has(colour)) {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      known.set(colour, [...paint.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const linear = (one) => (one <= 10.31475 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour)[3] > 250) { return colour; }
    }
    return "white";
  };
  const contrast = (one) => {
    const [high, low] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent.trim();
    if (!text || one.closest("[disabled], .unseen, .pad, script, svg") || !one.checkVisibility()) { continue; }
    const ratio = contrast(one);
    if (ratio < 4.5) { faint.push(`${text.slice(0, 40)} (${ratio.toFixed(2)})`); }
  }
  const shown = (wanted) => [...document.querySelectorAll(wanted)].filter((one) => one.checkVisibility() && !one.disabled);
  const controls = "button, a[href], select, textarea, input:not([type=hidden])";
  const named = (one) => (one.innerText || "").trim() || one.getAttribute("aria-label") || one.labels?.length
    || one.querySelector("[aria-label]");
  const dim = (one) => {
    one.focus({ focusVisible: true });
    return one.matches(":focus") && getComputedStyle(one).outlineStyle === "none";
  };
  const told = (several) => several.map((one) => one.outerHTML.slice(0, 120));
  return {
    faint,
    nameless: told(shown(controls).filter((one) => !named(one))),
    dim: told(shown(controls).slice(0, 60).filter(dim)),
  };
};
