"use strict";
(() => {
  const { texts, items } = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const language = document.documentElement.lang;
  const tones = { Saved: "good", Missing: "warn", OutcomeUnknown: "warn", Failed: "bad", Rejected: "bad" };
  const stateOrder = ["Failed", "Rejected", "Missing", "OutcomeUnknown", "Unknown", "Submitted", "InQueue", "InProgress", "Succeeded", "Saved"];

  const format = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const showNumber = (value, digits = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  const showState = (state) => texts["state" + state] ?? state;
  const nameOf = (item) => item.name ?? item.file ?? item.id ?? item.prompt?.slice(0, 60) ?? "–";

  function showSeconds(seconds) {
    const whole = Math.round(seconds);
    return seconds < 60 ? format(texts.secondsShort, showNumber(seconds, 1)) : format(texts.minutesShort, showNumber(Math.floor(whole / 60)), whole % 60);
  }

  function showLength(bytes) {
    const power = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
    return `${showNumber(bytes / 1000 ** power, power && 1)} ${["B", "kB", "MB", "GB"][power]}`;
  }

  // What a reviewer chose outlives a reload, where the browser keeps anything for the page at all.
  const store = {
    read(name) {
      try { return JSON.parse(localStorage.getItem(`SiliconFlow.Video gallery ${name}`)); } catch { return null; }
    },
    write(name, value) {
      try { localStorage.setItem(`SiliconFlow.Video gallery ${name}`, JSON.stringify(value)); } catch { /* It keeps nothing: the choice counts until the page is closed. */ }
    },
  };

  // ---- Theme

  const theme = at("theme");
  const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const showTheme = () => theme.setAttribute("aria-pressed", isDark());
  const chosen = store.read("theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  theme.addEventListener("click", () => {
    store.write("theme", document.documentElement.dataset.theme = isDark() ? "light" : "dark");
    showTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  showTheme();

  // ---- Copying

  let saying;
  function say(text) {
    clearTimeout(saying);
    at("said").textContent = text;
    saying = setTimeout(() => { at("said").textContent = ""; }, 2500);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say(texts.copied);
    } catch {
      // A page from a plain web server has no clipboard; the old way needs text that is selected.
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      say(document.execCommand("copy") ? texts.copied : texts.notCopied);
      field.remove();
    }
  }

  // ---- Marks

  const marksName = `kept in ${location.pathname}`;
  const marks = new Set(store.read(marksName) ?? []);
  const keyOf = (item) => item.id || item.file ? `${item.id ?? ""} ${item.file ?? ""}` : `row ${item.order}`;

  function mark(card, kept) {
    card.item.kept = kept;
    card.keep.setAttribute("aria-pressed", kept);
    marks[kept ? "add" : "delete"](keyOf(card.item));
  }

  function keepMarks() {
    store.write(marksName, [...marks]);
    showKept();
    if (chosenOnly("keptOnly")) showCards();
  }

  function showKept() {
    const count = items.filter((item) => item.kept).length;
    at("kept").hidden = count === 0;
    at("keptCount").textContent = format(texts.keptCount, showNumber(count));
  }

  // ---- Cards

  const template = at("card").content.firstElementChild;

  /** Long by the room it takes: a Chinese character takes that of two others. */
  const isLong = (text, limit) => (text?.length ?? 0) + (text?.match(/[\u2e80-\uffff]/g)?.length ?? 0) > limit || (text?.split("\n").length ?? 0) > 4;

  function makeCard(item) {
    const element = template.cloneNode(true);
    const find = (selector) => element.querySelector(selector);
    const card = { item, element, stage: find(".stage"), keep: find(".keep"), video: null };
    const fill = (selector, text) => {
      if (text === undefined) find(selector).remove();
      else find(selector).textContent = text;
    };

    fill("h2", nameOf(item));
    fill(".state", showState(item.state));
    find(".state").classList.add(tones[item.state] ?? "plain");
    fill(".file a", item.file);
    if (item.link) find(".file a").href = item.link;
    fill(".length", item.length === undefined ? undefined : showLength(item.length));
    if (item.reason || tones[item.state] === "bad") {
      fill(".reason", item.reason);
      if (item.trace) find(".trace code").textContent = item.trace;
      else find(".trace").remove();
      if (!item.reason && !item.trace) find(".problem").remove();
    } else {
      find(".problem").remove();
    }

    fill(".prompt", item.prompt);
    if (item.negative) find(".negative span").textContent = item.negative;
    else find(".negative").remove();
    if (isLong(item.prompt, 170) || isLong(item.negative, 90)) find(".body").classList.add("long");
    else find(".more").remove();

    const facts = [
      [texts.seed, item.seed], [texts.size, item.size], [texts.seconds, item.seconds === undefined ? undefined : showSeconds(item.seconds)],
      [texts.model, item.model], [texts.image, item.image], [texts.requestId, item.id],
    ];
    for (const [label, value] of facts) {
      if (value === undefined) continue;
      find("dl").append(Object.assign(document.createElement("dt"), { textContent: label }), Object.assign(document.createElement("dd"), { textContent: value }));
    }

    if (item.prompt === undefined) find(".copyPrompt").remove();
    if (item.seed === undefined) find(".copySeed").remove();
    card.keep.setAttribute("aria-label", format(texts.keepOf, nameOf(item)));
    if (!item.link) showNotice(card, item.state === "Missing" ? texts.gone : texts.noFile);
    mark(card, marks.has(keyOf(item)));
    element.card = card;
    return card;
  }

  function showNotice(card, text) {
    const notice = Object.assign(document.createElement("p"), { textContent: text });
    notice.className = tones[card.item.state] ?? "plain";
    card.stage.replaceChildren(notice);
  }

  // ---- Players: only cards that can be seen have one, so a thousand videos cost what a screenful costs.

  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function addPlayer(card) {
    const video = document.createElement("video");
    Object.assign(video, { tabIndex: 0, muted: true, loop: true, playsInline: true, preload: "metadata", src: card.item.link });
    video.setAttribute("aria-label", nameOf(card.item));
    for (const name of ["focus", "blur", "play", "pause"]) video.addEventListener(name, () => showControls(video));
    video.addEventListener("click", () => { video.byMouse = false; });
    video.addEventListener("error", () => {
      removePlayer(card);
      card.broken = true;
      showNotice(card, texts.cannotPlay);
    });
    card.video = video;
    card.stage.replaceChildren(video);
  }

  /** Buttons would hide a good part of a still picture: they are there for who points at it, comes to it by keyboard, or watches it. */
  function showControls(video) {
    video.controls = video.matches(":hover") || video === document.activeElement || !video.paused;
  }

  function removePlayer(card) {
    const video = card.video;
    card.video = null;
    video.remove();
    // Without a source a player lets go of its file and memory at once, and not when it is collected.
    video.removeAttribute("src");
    video.load();
  }

  const inUse = (video) => video === document.fullscreenElement || video === document.pictureInPictureElement;

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const card = target.card;
      card.seen = isIntersecting;
      clearTimeout(card.change);
      // Not at once: who scrolls through the page does not look at what flies by.
      card.change = setTimeout(() => {
        if (card.seen && !card.video && !card.broken) addPlayer(card);
        if (!card.seen && card.video && !inUse(card.video)) removePlayer(card);
      }, 120);
    }
  });

  // A player that the mouse started stops when the mouse leaves; one that was clicked does as it was told.
  at("list").addEventListener("mouseover", ({ target, relatedTarget }) => {
    const stage = target.closest(".stage");
    const video = stage?.querySelector("video");
    if (!video || stage.contains(relatedTarget)) return;
    showControls(video);
    if (calm.matches || !video.paused) return;
    video.byMouse = true;
    video.play().catch(() => { /* It left the page before it began, or cannot be played: then its error says so. */ });
  });
  at("list").addEventListener("mouseout", ({ target, relatedTarget }) => {
    const stage = target.closest(".stage");
    const video = stage?.querySelector("video");
    if (!video || stage.contains(relatedTarget)) return;
    if (video.byMouse) video.pause();
    video.byMouse = false;
    showControls(video);
  });

  at("list").addEventListener("click", ({ target }) => {
    const card = target.closest("li")?.card;
    const button = target.closest("button");
    if (!card || !button) return;
    if (button.matches(".keep")) {
      mark(card, !card.item.kept);
      keepMarks();
    } else if (button.matches(".more")) {
      const open = button.closest(".body").classList.toggle("open");
      button.setAttribute("aria-expanded", open);
      button.textContent = open ? texts.less : texts.more;
    } else {
      copy(button.matches(".copySeed") ? card.item.seed : card.item.prompt);
    }
  });

  // ---- Filter and sort

  items.forEach((item, order) => {
    item.order = order;
    item.words = [item.name, item.prompt, item.negative, item.seed, item.model, item.id, item.file, item.reason, item.trace].join("\n").toLowerCase();
  });

  const cards = items.map(makeCard);
  const collator = new Intl.Collator(language, { numeric: true });
  const chosenOnly = (id) => at(id).getAttribute("aria-pressed") === "true";
  const valueFor = {
    order: (item) => item.order,
    name: (item) => nameOf(item),
    seconds: (item) => item.seconds,
    state: (item) => stateOrder.indexOf(item.state),
    seed: (item) => item.seed,
  };
  let state = "";

  const fits = (item, words) =>
    (state === "" || item.state === state)
    && (at("model").value === "" || item.model === at("model").value)
    && (!chosenOnly("keptOnly") || item.kept)
    && words.every((word) => item.words.includes(word));

  function showCards() {
    const words = at("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const fit = fits(card.item, words);
      shown += fit;
      if (card.element.hidden === fit) card.element.hidden = !fit;
    }

    at("shown").textContent = format(texts.shown, showNumber(shown), showNumber(items.length));
    at("none").hidden = shown > 0;
    at("none").firstElementChild.textContent = items.length ? texts.noneFound : texts.noneAtAll;
    at("reset").hidden = items.length === 0;
  }

  /** Cards without a value come last, whichever way the others go. */
  function sortCards() {
    const value = valueFor[at("sort").value];
    const direction = chosenOnly("descending") ? -1 : 1;
    cards.sort(({ item: a }, { item: b }) => {
      const [x, y] = [value(a), value(b)];
      if (x === undefined || y === undefined) return (x === undefined) - (y === undefined) || a.order - b.order;
      return direction * (typeof x === "string" ? collator.compare(x, y) : x - y) || a.order - b.order;
    });
    at("list").replaceChildren(...cards.map((card) => card.element));
  }

  function showStates() {
    const counts = new Map([["", items.length]]);
    for (const item of items) counts.set(item.state, (counts.get(item.state) ?? 0) + 1);
    const order = ["", ...stateOrder.toReversed()].filter((name) => counts.has(name));
    at("states").replaceChildren(...order.map((name) => {
      const button = Object.assign(document.createElement("button"), { type: "button", value: name });
      button.append(name === "" ? texts.all : showState(name), " ", Object.assign(document.createElement("b"), { textContent: showNumber(counts.get(name)) }));
      button.addEventListener("click", () => chooseState(name));
      return button;
    }));
  }

  function chooseState(name) {
    state = name;
    for (const button of at("states").children) button.setAttribute("aria-pressed", button.value === name);
    showCards();
  }

  function showModels() {
    const models = [...new Set(items.map((item) => item.model).filter(Boolean))].sort(collator.compare);
    at("model").replaceChildren(new Option(texts.all, ""), ...models.map((model) => new Option(model, model)));
    at("models").hidden = models.length < 2;
  }

  function toggle(id, act) {
    at(id).addEventListener("click", () => {
      at(id).setAttribute("aria-pressed", !chosenOnly(id));
      act();
    });
  }

  at("tools").addEventListener("submit", (event) => event.preventDefault());
  at("text").addEventListener("input", showCards);
  at("model").addEventListener("change", showCards);
  at("sort").addEventListener("change", sortCards);
  toggle("descending", sortCards);
  toggle("keptOnly", showCards);
  at("reset").addEventListener("click", () => {
    at("text").value = at("model").value = "";
    at("keptOnly").setAttribute("aria-pressed", false);
    chooseState("");
    at("text").focus();
  });
  at("clear").addEventListener("click", () => {
    for (const card of cards) mark(card, false);
    keepMarks();
  });
  for (const button of at("kept").querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => {
      const value = button.dataset.copy === "name" ? nameOf : (item) => item[button.dataset.copy];
      copy(cards.filter((card) => card.item.kept).map((card) => value(card.item)).filter(Boolean).join("\n"));
    });
  }

  // ---- The page itself

  /** Where all videos are of one size the stages are, too; else they are of one that suits most. */
  const sizes = new Set(items.map((item) => item.size).filter(Boolean));
  const [width, height] = sizes.size === 1 ? [...sizes][0].split(/\D/).map(Number) : sizes.size ? [4, 3] : [];
  if (width > 0 && height > 0) document.documentElement.style.setProperty("--ratio", `${width} / ${height}`);

  at("total").textContent = items.length === 1 ? texts.totalOne : format(texts.total, showNumber(items.length));
  at("made").textContent = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at("made").dateTime));
  at("tools").hidden = items.length === 0;
  showStates();
  showModels();
  sortCards();
  chooseState("");
  showKept();
  for (const card of cards) if (card.item.link) observer.observe(card.element);
})();
