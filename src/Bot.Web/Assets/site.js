// Makes pages easier to use; each works without it.
'use strict';

const log = document.getElementById('log');
const composer = document.querySelector('.composer');
const said = document.getElementById('said');
const focusable = 'a[href], button, summary, input, textarea';

// Sends the chat's forms in the background, and inserts the new parts of the returned page.

async function load(address, options) {
  const response = await fetch(address, { credentials: 'same-origin', ...options });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.getElementById('log');
  if (!response.ok || !fresh) {
    throw new Error(page.querySelector('h1 + p')?.textContent || said.dataset.failed);
  }

  return { fresh, address: response.url };
}

function show(fresh) {
  const before = new Map([...log.querySelectorAll('.entry')].map(entry => [entry.id, entry]));
  log.querySelector('.welcome')?.remove();
  for (const entry of fresh.querySelectorAll('.entry, .welcome')) {
    const old = before.get(entry.id);
    if (!old) {
      log.append(entry);
      reveal(entry);
    } else if (old.dataset.version !== entry.dataset.version) {
      const stops = [...old.querySelectorAll(focusable)];
      const focused = stops.indexOf(document.activeElement);
      old.replaceWith(entry);
      reveal(entry);

      // Who is in the entry by keyboard stays there.
      if (focused >= 0) {
        const next = [...entry.querySelectorAll(focusable)];
        next[Math.min(focused, next.length - 1)]?.focus({ preventScroll: true });
      }
    }
  }

  log.dataset.news = fresh.dataset.news;
}

function reveal(entry) {
  prepare(entry);
  entry.scrollIntoView({ block: entry.offsetHeight > innerHeight * 0.7 ? 'start' : 'end' });
}

async function send(form, button) {
  const data = new URLSearchParams(new FormData(form));
  if (button?.name) {
    data.set(button.name, button.value);
  }

  form.querySelector('[name=once]').value = crypto.getRandomValues(new Uint32Array(4)).join('-');
  form.setAttribute('aria-busy', 'true');
  try {
    show((await load(form.action, { method: 'POST', body: data })).fresh);
  } catch (problem) {
    tell(problem.message);
    return false;
  } finally {
    form.removeAttribute('aria-busy');
  }

  return true;
}

function tell(words) {
  said.textContent = words;
  said.classList.remove('hidden');
  setTimeout(() => said.classList.add('hidden'), 6000);
}

// Waits for slow answers, and for messages of others.

async function follow() {
  for (let failures = 0; ;) {
    if (document.hidden) {
      await new Promise(visible => document.addEventListener('visibilitychange', visible, { once: true }));
    }

    try {
      show((await load(log.dataset.news)).fresh);
      failures = 0;
    } catch {
      // The program or the network is not available: try again later, less and less often.
      failures++;
      await new Promise(later => setTimeout(later, Math.min(30, 2 ** failures) * 1000));
    }
  }
}

// Suggestions while a command is typed.

function suggest(input, list, address) {
  let start = 0;
  let asked = 0;
  let pending = Promise.resolve();
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const options = () => [...list.children];
  const chosen = () => options().find(option => option.getAttribute('aria-selected') === 'true');

  function close() {
    asked++;  // Responses to earlier requests are ignored.
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(option) {
    options().forEach(other => other.setAttribute('aria-selected', String(other === option)));
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function take(option) {
    input.value = input.value.slice(0, start) + option.textContent + (option.textContent.endsWith(':') ? '' : ' ');
    input.focus();
    pending = fill();
  }

  // Only the suggestions for the current line, not for earlier text.
  async function takeFirst() {
    const line = input.value;
    await pending;
    if (!list.hidden && input.value === line) {
      take(chosen() ?? options()[0]);
    }
  }

  async function fill() {
    const line = input.value;
    const turn = ++asked;
    if (!line.startsWith('/')) {
      return close();
    }

    const response = await fetch(`${address}?line=${encodeURIComponent(line)}`);
    const found = response.ok ? await response.json() : { words: [] };
    if (turn !== asked) {
      return undefined;
    }

    start = found.start;
    list.replaceChildren(...found.words.map((word, index) => {
      const option = document.createElement('li');
      option.id = `suggestion-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = word.trim();
      option.addEventListener('mousedown', event => { event.preventDefault(); take(option); });
      return option;
    }));
    list.hidden = found.words.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
    return undefined;
  }

  input.addEventListener('input', () => { pending = fill(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (list.hidden || event.isComposing) {
      return;
    }

    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(all[(at + (event.key === 'ArrowDown' ? 1 : all.length - (at < 0 ? 0 : 1))) % all.length]);
    } else if (event.key === 'Tab' && !event.shiftKey) {
      takeFirst();
    } else if (event.key === 'Enter' && chosen()) {
      take(chosen());
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }

    event.preventDefault();
  });

  return close;
}

// The arrow keys bring back earlier lines.

function remember(input) {
  const lines = [...document.querySelectorAll('.asked .said')].map(line => line.textContent);
  let at = lines.length;
  input.addEventListener('keydown', event => {
    if (event.defaultPrevented || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) {
      return;
    }

    at = Math.max(0, Math.min(lines.length, at + (event.key === 'ArrowUp' ? -1 : 1)));
    input.value = lines[at] ?? '';
    event.preventDefault();
  });

  return line => { lines.push(line); at = lines.length; };
}

// Buttons that copy the text below them.

function prepare(part) {
  for (const button of part.querySelectorAll('[data-copy]')) {
    button.hidden = !navigator.clipboard;
  }
}

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    await navigator.clipboard.writeText(button.parentElement.querySelector('pre').textContent);
    tell(said.dataset.copied);
  }
});

prepare(document);

if (log) {
  const input = document.getElementById('words');
  const close = suggest(input, document.getElementById('suggestions'), composer.dataset.suggest);
  const keep = remember(input);
  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form !== composer && !log.contains(form)) {
      return;
    }

    event.preventDefault();
    const words = form === composer ? input.value : '';
    const sending = send(form, event.submitter);
    if (form === composer) {
      input.value = '';
      close();
      keep(words);
    }

    if (!await sending && words && !input.value) {
      input.value = words;
    }

    input.focus({ preventScroll: true });
  });

  if (!location.hash) {
    log.lastElementChild?.scrollIntoView({ block: 'end' });
  }

  if (!new URLSearchParams(location.search).has('before')) {
    follow();
  }
}

// Files can be dropped on the upload form, which shows the progress.

function uploadFrom(form) {
  const files = form.querySelector('[type=file]');
  const bar = form.querySelector('progress');
  const told = form.querySelector('.told');
  const mark = isOver => event => {
    event.preventDefault();
    form.classList.toggle('over', isOver);
  };
  form.addEventListener('dragover', mark(true));
  form.addEventListener('dragleave', mark(false));
  form.addEventListener('drop', event => {
    mark(false)(event);
    if (event.dataTransfer.files.length) {
      files.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const large = [...files.files].find(file => file.size > form.dataset.most * 1048576);
    if (large) {
      told.textContent = form.dataset.tooLarge.replace('{name}', () => large.name);
      return;
    }

    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.onprogress = step => { bar.value = step.lengthComputable ? 100 * step.loaded / step.total : 0; };
    request.onload = () => {
      if (request.status < 400) {
        location.reload();
      } else {
        const page = new DOMParser().parseFromString(request.responseText, 'text/html');
        told.textContent = page.querySelector('h1 + p')?.textContent || said.dataset.failed;
      }
    };
    request.onerror = () => { told.textContent = form.dataset.broken; };
    bar.hidden = false;
    told.textContent = form.dataset.sending;
    const content = new FormData(form);
    content.append('script', 'yes');
    request.send(content);
  });
}

const uploads = document.querySelector('form.upload');
if (uploads) {
  uploadFrom(uploads);
}

// A place of a long reading can be in another part than the shown one.
const place = /^#p(\d+)/.exec(location.hash);
if (document.body.classList.contains('in-room') && place && !document.getElementById(location.hash.slice(1)) && !/[?&](p|at)=/.test(location.search)) {
  location.replace(`${location.pathname}?p=${place[1]}${location.hash}`);
}
