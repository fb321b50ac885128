/* Gaotai 稿台: search within the site. The index comes in pieces by script tags, so it works from the disk as well.
   The table of characters that are one for a search is made from OpenCC (Apache-2.0, Carbo Kuo and contributors). */
"use strict";
(() => {
  const AT_ONCE = 20, SHARDS = {{shards}}, BLOCK = {{block}}, FIRST = {{first}};
  const table = new Map();
  for (const line of {{folding}}.split("\n")) {
    const [one, ...others] = line;
    for (const other of others) table.set(other, one);
  }

  // As editor/store/folding.py: one character for the forms of all scripts, nothing for what cannot be seen.
  const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;
  const folds = new Map();
  const foldOne = character => {
    if (/[\n\r\v\f\x85\u2028\u2029]/.test(character)) return "\n";
    if (unseen.test(character) || /\p{Cs}/u.test(character)) return "";
    if (/\p{Cc}/u.test(character) && !/[\s\x1c-\x1f]/.test(character)) return "";
    const whole = Array.from(character.normalize("NFKD")).filter(part => !unseen.test(part));
    let seen = whole.length === 1 ? whole[0] : character;
    if (/[\s\x1c-\x1f]/.test(seen)) return " ";
    const lower = seen.toLowerCase();
    if (Array.from(lower).length === 1) seen = lower;
    return table.get(seen) || seen;
  };
  const foldSign = character => {
    if (!folds.has(character)) folds.set(character, foldOne(character));
    return folds.get(character);
  };
  const fold = text => Array.from(text, foldSign).join("");

  const waiting = new Map();
  window.gaotai = (name, held) => waiting.get(name)(held);
  const loaded = new Map();
  const load = (name, version) => {
    if (!loaded.has(name)) loaded.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      waiting.set(name, done);
      script.src = `search/${name}.js?${version}`;
      script.onerror = () => { loaded.delete(name); failed(new Error(name)); };
      document.head.append(script);
    }));
    return loaded.get(name);
  };

  // Which articles of a segment may hold a term: those that have all its pairs of characters.
  const holding = async (segment, version, term) => {
    const signs = Array.from(term);
    const starts = signs.length > 1 ? signs.slice(0, -1) : signs;
    const numbers = [...new Set(starts.map(sign => sign.codePointAt(0) % SHARDS))];
    const shards = new Map(await Promise.all(
      numbers.map(async number => [number, await load(`${segment}-${number}`, version)])));
    const ids = text => new Set(Array.from(text || "", sign => sign.codePointAt(0) - FIRST));
    if (signs.length === 1) {
      const shard = shards.get(numbers[0]);
      return ids(Object.keys(shard).filter(pair => pair.startsWith(term)).map(pair => shard[pair]).join(""));
    }
    return starts.map((sign, at) => {
      const shard = shards.get(sign.codePointAt(0) % SHARDS), pair = sign + signs[at + 1];
      return ids(Object.hasOwn(shard, pair) ? shard[pair] : "");
    }).reduce(both);
  };
  const both = (some, others) => new Set([...some].filter(one => others.has(one)));

  // All articles that hold every term, the newest first; the files of older ones are loaded when they are asked for.
  async function* found(terms, versions) {
    for (let segment = versions.length; segment > 0; segment--) {
      const version = versions[segment - 1];
      const sets = await Promise.all(terms.map(term => holding(segment, version, term)));
      for (const id of [...sets.reduce(both)].sort((a, b) => b - a)) {
        const block = await load(`${segment}-d${Math.floor(id / BLOCK)}`, version);
        const article = block[id % BLOCK];
        const text = fold(article.slice(3).join("\n"));
        if (terms.every(term => text.includes(term))) yield article;
      }
    }
  }

  // Text with what was searched for in mark elements.
  const marked = (node, text, terms) => {
    const signs = Array.from(text), places = [];
    let folded = "";
    signs.forEach((sign, at) => {
      const one = foldSign(sign);
      for (let unit = 0; unit < one.length; unit++) places.push(at);
      folded += one;
    });
    const hit = new Set();
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
        for (let sign = places[at]; sign <= places[at + term.length - 1]; sign++) hit.add(sign);
      }
    }
    for (let at = 0; at < signs.length;) {
      const start = at, within = hit.has(at);
      while (at < signs.length && hit.has(at) === within) at++;
      const part = signs.slice(start, at).join("");
      if (!within) { node.append(part); continue; }
      const mark = document.createElement("mark");
      mark.textContent = part;
      node.append(mark);
    }
    return node;
  };
  const made = (kind, within, name) => {
    const node = within.appendChild(document.createElement(kind));
    if (name) node.className = name;
    return node;
  };
  const show = (list, root, article, terms) => {
    const [address, variant, time, headline, kicker, , summary, byline, source, column, keywords] = article;
    const item = made("li", list, "item");
    item.lang = variant;
    const text = made("div", item, "text");
    if (kicker) marked(made("p", text, "kicker"), kicker, terms);
    const link = made("a", made("h2", text));
    link.href = root + address;
    marked(link, headline, terms);
    if (summary) marked(made("p", text, "summary"), summary, terms);
    const facts = made("p", text, "facts");
    for (const fact of [column, byline, source, time, keywords]) {
      if (fact) marked(made("span", facts), fact, fact === time ? [] : terms);
    }
  };

  const form = document.querySelector("form.search");
  const told = document.querySelector(".told"), list = document.querySelector(".found");
  const further = document.querySelector(".further");
  const versions = form.dataset.segments.split(" ").filter(Boolean);
  const query = new URLSearchParams(location.search).get("q") || "";
  const terms = [...new Set(fold(query).split(/\s+/).filter(Boolean))];
  form.elements.q.value = query;
  if (!terms.length) {
    form.elements.q.focus();
    return;
  }
  const results = found(terms, versions);
  let shown = 0, next = null;
  const go = async () => {
    further.hidden = true;
    told.textContent = form.dataset.searching;
    try {
      next = next || await results.next();
      for (let count = 0; count < AT_ONCE && !next.done; count++) {
        show(list, form.dataset.root, next.value, terms);
        shown++;
        next = await results.next();
      }
    } catch {
      told.textContent = form.dataset.failed;
      return;
    }
    further.hidden = next.done;
    const saying = shown ? (next.done ? form.dataset.all : form.dataset.some) : form.dataset.none;
    told.textContent = saying.replace("{number}", shown);
  };
  further.addEventListener("click", go);
  go();
})();
