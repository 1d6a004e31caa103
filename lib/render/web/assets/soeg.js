// The search of the web edition. It adds itself to its empty place in each page's head; the pages need nothing of it.
(() => {
  const MOST = 40;
  const place = document.querySelector('.search');
  const index = globalThis.soegeindeks;
  if (!place || !index) return;

  /** Words as they are compared: small letters, æ, ø and å also as they are spelt without, numbers without full stops. */
  function fold(text) {
    return text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[æøå]/g, (letter) => ({ æ: 'ae', ø: 'oe', å: 'aa' })[letter])
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/(\d)\.(?=\d{3}(?!\d))/g, '$1');
  }

  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const here = index.pages.findIndex(([address]) => address.split('/')[0] === place.dataset.folder);
  const entries = index.entries.map(([pages, anchor, heading, text]) => ({
    page: pages.includes(here) ? here : pages[0],
    onAll: pages.length > 1 && pages.length === index.pages.length,
    anchor,
    heading,
    text,
    headingWords: ` ${wordsOf(heading).join(' ')}`,
    words: ` ${wordsOf(`${heading} ${text}`).join(' ')} `,
  }));

  /** Entries that hold a word beginning with each of those asked for; the page's own, headings and whole words first. */
  function find(query) {
    const asked = wordsOf(query);
    if (asked.length === 0) return [];
    const scored = [];
    for (const entry of entries) {
      if (!asked.every((word) => entry.words.includes(` ${word}`))) continue;
      let score = entry.page === here ? 1 : 0;
      for (const word of asked) {
        if (entry.headingWords.includes(` ${word}`)) score += 4;
        if (entry.words.includes(` ${word} `)) score += 2;
      }
      scored.push({ entry, score });
    }
    return scored.sort((left, right) => right.score - left.score).map(({ entry }) => entry);
  }

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  /** The passage around the first word that was found, with what was found marked. */
  function excerpt(text, asked) {
    const pieces = text.match(/[\p{L}\p{N}.,]+|[^\p{L}\p{N}.,]+/gu) ?? [];
    const isHit = (piece) => wordsOf(piece).some((word) => asked.some((one) => word.startsWith(one)));
    const first = Math.max(0, pieces.findIndex(isHit));
    const from = Math.max(0, first - 16);
    const shown = pieces.slice(from, from + 60);
    return [
      from > 0 ? '… ' : '',
      ...shown.map((piece) => (isHit(piece) ? element('mark', {}, piece) : piece)),
      from + 60 < pieces.length ? ' …' : '',
    ];
  }

  const input = element('input', {
    type: 'search',
    id: 'soeg',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'soeg-antal',
  });
  const count = element('p', { class: 'count', id: 'soeg-antal', role: 'status' });
  const list = element('ol', { 'aria-label': 'Fundet' });
  const found = element('div', { class: 'found', hidden: '' }, count, list);
  place.setAttribute('role', 'search');
  place.append(element('label', { for: 'soeg' }, 'Søg i rapporterne'), input, found);

  /** Until what is typed is looked for; 0: it has been. */
  let waiting = 0;

  function show() {
    clearTimeout(waiting);
    waiting = 0;
    const asked = wordsOf(input.value);
    const hits = find(input.value);
    found.hidden = asked.length === 0;
    list.replaceChildren(
      ...hits.slice(0, MOST).map(({ page, onAll, anchor, heading, text }) => {
        const [address, name] = index.pages[page];
        const where = element('span', { class: 'where' }, heading, ' ');
        where.append(element('span', { class: 'page' }, onAll ? '· alle udvalg' : `· ${name}`));
        const what = element('span', { class: 'what' }, ...excerpt(text, asked));
        const target = `${place.dataset.root}${address}#${encodeURIComponent(anchor)}`;
        return element(
          'li',
          {},
          element('a', { href: page === here ? `#${encodeURIComponent(anchor)}` : target }, where, what),
        );
      }),
    );
    if (asked.length === 0) count.textContent = '';
    else if (hits.length === 0) count.textContent = 'Intet fundet. Prøv færre eller kortere ord.';
    else if (hits.length > MOST) count.textContent = `${hits.length} steder. De første ${MOST} vises.`;
    else count.textContent = hits.length === 1 ? '1 sted' : `${hits.length} steder`;
  }

  function close() {
    found.hidden = true;
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 80);
  });
  input.addEventListener('focus', () => {
    if (input.value !== '') show();
  });
  place.addEventListener('keydown', (event) => {
    // Whoever goes on goes on to what was found of what is typed by now.
    if (waiting !== 0 && ['Enter', 'Escape', 'ArrowDown', 'ArrowUp'].includes(event.key)) show();
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      close();
      if (at >= 0) input.focus();
      close();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' && at < links.length - 1) {
      links[at + 1].focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (links[at - 1] ?? input).focus();
      event.preventDefault();
    } else if (event.key === 'Enter' && document.activeElement === input && links.length > 0) {
      links[0].click();
      event.preventDefault();
    }
  });
  list.addEventListener('click', close);
  document.addEventListener('click', (event) => {
    if (!place.contains(event.target)) close();
  });
  place.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !place.contains(event.relatedTarget)) close();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    input.focus();
    event.preventDefault();
  });
})();
