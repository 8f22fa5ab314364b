// The page's one script. Everything works without it; with it, by key, at once, and without loading a page anew.
"use strict";

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
const say = (words) => { $("#said").textContent = words; clearTimeout(say.later); say.later = setTimeout(() => { $("#said").textContent = ""; }, 6000); };

// A piece of a page from the server: escaped there, and no script in it would run under our policy.
async function piece(path, options = {}) {
  const answer = await fetch(path, { ...options, headers: { "X-Part": "1", ...options.headers } });
  const made = document.createElement("template");
  made.innerHTML = await answer.text();
  return { ok: answer.ok, content: made.content };
}
const posted = (form) => ({ method: "POST", body: new URLSearchParams(form) });

// Lists by key: one item at a time is where you are.
const items = () => all("[data-item]").filter((item) => item.offsetParent !== null);
const current = () => $("[data-item].at-item");
function stand(item) {
  all(".at-item").forEach((other) => other.classList.remove("at-item"));
  if (!item) return;
  item.classList.add("at-item");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  light(item.dataset.record);
}
function step(by) {
  const list = items();
  const at = list.indexOf(current());
  stand(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, at + by))]);
}

// The words of a record light up in the note where you stand on it, or point at it.
function light(record) {
  all("mark[data-records]").forEach((mark) => mark.classList.toggle("lit", Boolean(record) && mark.dataset.records.split(" ").includes(record)));
}
document.addEventListener("pointerover", (event) => {
  const at = event.target.closest?.("[data-record], [data-at]");
  if (at) light(at.dataset.record || at.dataset.at);
});

// Accept and reject without leaving the place.
async function settle(form, button) {
  const card = form.closest("[data-item]");
  const body = new FormData(form, button);
  const { ok, content } = await piece(form.action, posted(body));
  if (!ok) return say(content.textContent.trim());
  const waiting = $("[data-waiting]", content).dataset.waiting;
  $("#waiting-number").textContent = waiting;
  $("#waiting").hidden = waiting === "0";
  say(`${card.dataset.record} is ${button.value === "accept" ? "active: it may be cited" : "rejected: it is kept, and never cited"}`);
  if (card.matches(".card")) {
    const fresh = $(".card", content);
    card.replaceWith(fresh);
    stand(fresh);
    return undefined;
  }
  return location.reload();
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-record] .settle, .settle:has([name=back])")) {
    event.preventDefault();
    settle(form, event.submitter);
  } else if (form.dataset.busy) {
    const button = event.submitter || $("button", form);
    if (button.getAttribute("aria-busy") === "true") return event.preventDefault();
    button.setAttribute("aria-busy", "true");
    say(form.dataset.busy);
  }
  return undefined;
});
window.addEventListener("pageshow", () => all("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy")));

// Search as you type: the answer to the last thing typed, whatever order answers come in.
function live(input) {
  const form = input.form;
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    const asked = new URLSearchParams(new FormData(form));
    const path = `${form.getAttribute("action")}?${asked}`;
    const { content } = await piece(path);
    if (mine !== turn) return;
    $(`#${input.dataset.live}`).replaceChildren(content);
    history.replaceState(null, "", path);
  };
  input.addEventListener("input", () => { clearTimeout(input.later); input.later = setTimeout(look, 150); });
  all("select", form).forEach((choice) => choice.addEventListener("change", look));
}
all("[data-live]").forEach(live);

// The gate runs on what is typed; what it blocks cannot be kept.
function judge(area, form) {
  const verdict = document.getElementById(area.dataset.judge);
  let turn = 0;
  const ask = async () => {
    const mine = ++turn;
    const { ok, content } = await piece(form.dataset.gate, posted({ text: area.value }));
    if (mine !== turn || !ok) return;
    const blocked = Number($("[data-blocked]", content)?.dataset.blocked || 0);
    verdict.replaceChildren(area.value === area.defaultValue && !blocked ? "" : content);
    area.closest(".claim").classList.toggle("is-blocked", blocked > 0);
    area.setAttribute("aria-invalid", String(blocked > 0));
    tally(form);
  };
  area.addEventListener("input", () => { clearTimeout(area.later); area.later = setTimeout(ask, 250); });
}
function tally(form) {
  const blocked = all(".is-blocked", form).length;
  const changed = all("textarea", form).filter((area) => area.value !== area.defaultValue).length;
  const says = $("#gate-says");
  says.classList.toggle("block", blocked > 0);
  says.textContent = blocked ? `${blocked} blocked: mend or empty ${blocked === 1 ? "it" : "them"} to keep the draft.` : `${changed} changed, nothing blocked.`;
  $("#keep-draft").disabled = blocked > 0;
}
all("form[data-gate]").forEach((form) => all("[data-judge]", form).forEach((area) => judge(area, form)));

// Keys. Single ones can be switched off, and never work while you type.
const single = $("#single-keys");
single.checked = localStorage.getItem("single-keys") !== "off";
single.addEventListener("change", () => localStorage.setItem("single-keys", single.checked ? "on" : "off"));
const press = (key) => { const place = current() || (items().length === 1 ? items()[0] : null); const target = (place && $(`[data-key="${key}"]`, place)) || $(`main > .doc-head [data-key="${key}"]`); target?.click(); return Boolean(target); };
const open = () => { const at = current(); ($("a.line, a.quietly, .what a, .says a", at) || $("a", at))?.click(); };
const toggle = () => { const sources = all("details", current() || document.createElement("p")); const shut = sources.some((one) => !one.open); sources.forEach((one) => { one.open = shut; }); };
const show = (id) => { const dialog = document.getElementById(id); dialog.open ? dialog.close() : dialog.showModal(); };
const KEYS = {
  "/": () => ($("#q") || $("#find")).focus(),
  "?": () => show("keys"),
  n: () => { const box = $("#text"); box ? box.focus() : location.assign("/"); },
  j: () => step(1), k: () => step(-1), a: () => press("a"), r: () => press("r"), e: () => press("e"), o: toggle,
  Enter: () => (current() && document.activeElement === current() ? (open(), true) : false),
};
let going = false;
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.preventDefault();
    const button = $("button:not([type=button])", event.target.form);
    return button?.disabled ? undefined : event.target.form.requestSubmit(button);
  }
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]") || (!single.checked && event.key !== "Enter")) return undefined;
  if (going) {
    going = false;
    $(`[data-go="${event.key}"]`)?.click();
    return event.preventDefault();
  }
  if (event.key === "g") { going = true; setTimeout(() => { going = false; }, 1500); return undefined; }
  if (KEYS[event.key] && KEYS[event.key]() !== false) event.preventDefault();
  return undefined;
});
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open], [data-focus], [data-open-all]");
  if (!opener) return;
  if (opener.dataset.open) show(opener.dataset.open);
  if (opener.dataset.focus) { event.preventDefault(); document.getElementById(opener.dataset.focus).focus(); }
  if ("openAll" in opener.dataset) { const sources = all(".doc details"); const shut = sources.some((one) => !one.open); sources.forEach((one) => { one.open = shut; }); }
});
all("[data-open-all]").forEach((button) => { button.hidden = false; });
if (location.hash === "#edit") { const box = $("#edit"); if (box) { box.open = true; $("input, textarea", box)?.focus(); } }
