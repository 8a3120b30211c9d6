// What a person finds on a page by its words. Every function answers elements or texts, and changes nothing.
// `plain` is how words are compared: no surrounding or doubled white space, soft hyphens or trailing marks.
const plain = text => (text || "").replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " ").trim();
const bare = text => plain(text).replace(/\s*[*:]$/, "");
const isSeen = element => element.checkVisibility({ visibilityProperty: true });
const best = (elements, name, nameOf) => {
  const named = elements.map(element => [element, nameOf(element).map(bare).filter(text => text)]);
  const wanted = bare(name);
  const exact = named.filter(([, names]) => names.includes(wanted));
  const near = named.filter(([, names]) => names.some(text => text.startsWith(wanted + " ")));
  return (exact.length ? exact : near).map(([element]) => element);
};
const idTexts = (element, attribute) => (element.getAttribute(attribute) || "").split(/\s+/)
  .map(id => id && document.getElementById(id)).filter(found => found).map(found => found.textContent).join(" ");
const labels = element => [...(element.labels || [])].map(label => {
  // A label around its field: the words without those of the field.
  const copy = label.cloneNode(true);
  copy.querySelectorAll("input, select, textarea, button, small, .hint").forEach(inner => inner.remove());
  return copy.textContent;
});
const pressableNames = element =>
  [element.getAttribute("aria-label"), idTexts(element, "aria-labelledby"), element.innerText, element.value,
    element.title, element.querySelector("img")?.alt].map(text => plain(String(text || "")));
const fieldNames = element =>
  [...labels(element), element.getAttribute("aria-label"), idTexts(element, "aria-labelledby"), element.title];
// A person sees an open dialog before anything else.
const view = () => document.querySelector("dialog:modal") || document;
const inMainFirst = elements => {
  const inMain = elements.filter(element => element.closest("main, dialog"));
  return inMain.length ? inMain : elements;
};
// The same link twice is one thing to a person.
const distinct = elements => elements.filter((element, at) => !element.href ||
  elements.findIndex(other => other.href === element.href) === at);
const pressables = within =>
  [...within.querySelectorAll("button, a[href], input[type=submit], input[type=button], summary, [role=button], [role=tab], [role=option], [role=menuitem]")];
const leadsAway = element => {
  const link = element.closest("a[href]");
  if (link) return !link.download && !link.target && !link.getAttribute("href").startsWith("#");
  const button = element.closest("button, input");
  const form = button && button.type === "submit" ? button.form : null;
  return !!form && form.method !== "dialog" && (button.formNoValidate || form.noValidate || form.checkValidity());
};
const page = {
  // "Insured customer › Account" is the field Account in the group Insured customer.
  field: path => {
    const [name, group] = path.split(" › ").reverse();
    const within = group ? page.group(group)[0] : view();
    const fields = within ? [...within.querySelectorAll("input:not([type=hidden]), select, textarea")] : [];
    return best(fields.filter(element => isSeen(element) || element.type === "file"), name, fieldNames);
  },
  group: name => best([...view().querySelectorAll("fieldset, [role=radiogroup], [role=group]")].filter(isSeen), name,
    element => [element.querySelector("legend")?.textContent, element.getAttribute("aria-label"), idTexts(element, "aria-labelledby")]),
  pressable: name => distinct(inMainFirst(best(pressables(view()).filter(isSeen), name, pressableNames))),
  // Marks this document before something on it is pressed, and follows whether the press leads away from it.
  watch: element => {
    window.pressed = leadsAway(element) ? "leaves" : "stays";
    const stay = event => { if (event.defaultPrevented) window.pressed = "stays"; };
    ["click", "submit"].forEach(kind => window.addEventListener(kind, stay));
  },
  // What came of the press: the mark is not on the page it led to.
  pressed: () => document.readyState === "complete" ? window.pressed || "arrived" : "leaves",
  pressableInRow: (row, name) => {
    const rows = [...view().querySelectorAll("tr, li, [role=row]")].filter(isSeen)
      .filter(element => plain(element.innerText).includes(plain(row)));
    return rows.flatMap(element => best(pressables(element).filter(isSeen), name, pressableNames)).slice(0, 1);
  },
  table: name => {
    const headingBefore = element => {
      for (let at = element; at && at !== document.body; at = at.parentElement)
        for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
          if (/^H[1-6]$/.test(before.tagName)) return before.textContent;
          const inner = before.querySelectorAll("h1, h2, h3, h4, h5, h6");
          if (inner.length) return inner[inner.length - 1].textContent;
        }
      return "";
    };
    return best([...document.querySelectorAll("table")].filter(isSeen), name, element =>
      [element.caption?.textContent, element.getAttribute("aria-label"), idTexts(element, "aria-labelledby"), headingBefore(element)]);
  },
  rows: table => [...table.querySelectorAll("tr")].filter(isSeen).map(row => ({
    isHead: !!row.closest("thead"),
    cells: [...row.cells].filter(isSeen).map(cell => plain(cell.innerText)),
  })),
  names: () => [...new Set([...pressables(document).filter(isSeen).flatMap(element => pressableNames(element).slice(0, 3)),
    ...[...document.querySelectorAll("input:not([type=hidden]), select, textarea")].flatMap(fieldNames)].map(bare).filter(text => text))],
  text: () => document.body ? document.body.innerText : "",
  beyond: () => [...document.querySelectorAll("main *, header *, nav *")].filter(isSeen)
    .filter(element => !element.closest(".scroll") && element.getBoundingClientRect().right > window.innerWidth + 1)
    .map(element => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") || ""}"> ${plain(element.textContent).slice(0, 40)}`).slice(0, 5),
  headings: () => [...document.querySelectorAll("h1, h2, h3, caption")].filter(isSeen).map(element => plain(element.innerText)),
  focusables: () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(element => isSeen(element) && !element.disabled && element.tabIndex >= 0).length,
  widthBeyond: () => Math.max(document.documentElement.scrollWidth, document.body ? document.body.scrollWidth : 0) - window.innerWidth,
};
