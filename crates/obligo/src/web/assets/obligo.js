// What pages can do without; every page works when this does not run.
(() => {
  "use strict";

  // Light or dark, as chosen here; else as the system says.
  const root = document.documentElement;
  const kept = localStorage.getItem("theme");
  if (kept) root.dataset.theme = kept;
  document.querySelectorAll("[data-theme-switch]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
    });
  });

  // Figures still being computed: look again soon, but never under the hands of somebody who types.
  document.querySelectorAll("[data-reload]").forEach((note) => {
    const again = () => {
      if (document.activeElement.closest("input, select, textarea")) setTimeout(again, 1000);
      else location.reload();
    };
    setTimeout(again, Number(note.dataset.reload) * 1000);
  });

  // Menus close when one goes on elsewhere.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // Keys: "/" goes to the search, arrows turn pages, "?" nothing else is taken.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll("details.menu[open]").forEach((menu) => { menu.open = false; });
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [role=region]")) return;
    const goal = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!goal) return;
    event.preventDefault();
    if (goal.matches("input")) goal.focus(); else goal.click();
  });

  // Forms that choose send themselves when something is chosen.
  document.querySelectorAll("form[data-send-on-change]").forEach((form) => {
    form.addEventListener("change", () => form.requestSubmit());
  });

  // Look-ups: find as you type. The source answers a list of { value, text, note, address }.
  document.querySelectorAll("input[data-lookup]").forEach((input) => {
    const list = document.createElement("ul");
    list.className = "found";
    list.id = `${input.id}-found`;
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    let rows = [];
    let chosen = -1;
    let asked = 0;
    const show = (open) => { list.hidden = !open; input.setAttribute("aria-expanded", String(open)); };
    const mark = (n) => {
      chosen = n;
      [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === n)));
      if (n >= 0) { input.setAttribute("aria-activedescendant", list.children[n].id); list.children[n].scrollIntoView({ block: "nearest" }); }
      else input.removeAttribute("aria-activedescendant");
    };
    const take = (row) => {
      show(false);
      if (input.type === "search" && row.address) { location.href = row.address; return; }
      input.value = row.value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const ask = async () => {
      const mine = ++asked;
      const text = input.value.trim();
      if (!text) { show(false); return; }
      const source = new URL(input.dataset.lookup, location.href);
      source.searchParams.set("q", text);
      // What the form already says narrows the answer.
      if (input.form) new FormData(input.form).forEach((value, name) => {
        if (typeof value === "string" && value && !source.searchParams.has(name) && name !== "form_key" && name !== "once") source.searchParams.set(name, value);
      });
      const answer = await fetch(source, { headers: { accept: "application/json" } }).catch(() => null);
      if (mine !== asked || !answer || !answer.ok) return;
      rows = await answer.json();
      list.replaceChildren(...rows.map((row, at) => {
        const one = document.createElement("li");
        one.id = `${list.id}-${at}`;
        one.setAttribute("role", "option");
        const text = document.createElement("span");
        text.textContent = row.text;
        const note = document.createElement("small");
        note.textContent = row.note;
        one.append(text, note);
        one.addEventListener("mousedown", (event) => { event.preventDefault(); take(row); });
        return one;
      }));
      mark(-1);
      // Who has gone on to the next field is not followed there.
      show(rows.length > 0 && document.activeElement === input);
    };
    let timer;
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("blur", () => show(false));
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark((chosen + (event.key === "ArrowDown" ? 1 : rows.length - 1) + rows.length) % rows.length);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        take(rows[chosen]);
      } else if (event.key === "Escape") show(false);
    });
  });
})();
