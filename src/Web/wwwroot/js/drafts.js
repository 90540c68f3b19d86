// Keeps what is typed and photographed on a phone that loses its signal. A form with data-draft is kept under that key while it is filled, sent when
// there is a signal, and sent again with the same idempotency key when there was none: the server does it once. Without script it is an ordinary form.
const base = document.querySelector('link[rel="icon"]') ? new URL(document.baseURI).pathname.split('/')[1] : '';
const name = `yimen-drafts-${/^\d{6}$/.test(base) ? base : ''}`;
const leave = new Set(['__RequestVerificationToken', 'version', 'idempotencyKey']);
const every = 30000;
let show, timer;

function store(mode, work) {
  return new Promise((done, fail) => {
    const open = indexedDB.open(name, 1);
    open.onupgradeneeded = () => open.result.createObjectStore('drafts', { keyPath: 'key' });
    open.onerror = () => fail(open.error);
    open.onsuccess = () => {
      const change = open.result.transaction('drafts', mode);
      const asked = work(change.objectStore('drafts'));
      change.oncomplete = () => { open.result.close(); done(asked.result); };
      change.onabort = () => { open.result.close(); fail(change.error); };
    };
  });
}

const keep = (draft) => store('readwrite', (drafts) => drafts.put(draft));
const forget = (key) => store('readwrite', (drafts) => drafts.delete(key));
const find = (key) => store('readonly', (drafts) => drafts.get(key));
const all = () => store('readonly', (drafts) => drafts.getAll());

const fieldsOf = (form) => [...new FormData(form)].filter(([, value]) => !(value instanceof File) || value.size > 0);

function draftOf(form, waiting) {
  return { key: form.dataset.draft, action: form.action, page: location.href, at: Date.now(), waiting, fields: fieldsOf(form) };
}

function tell(form, text) {
  let words = form.querySelector('.upload-state');
  if (!words) {
    words = document.createElement('div');
    words.className = 'upload-state';
    words.setAttribute('role', 'status');
    form.append(words);
  }
  words.textContent = text;
}

// What was typed before comes back into an untouched form; a form that came back from the server with faults is left as it is.
async function restore(form) {
  const draft = await find(form.dataset.draft);
  if (!draft || form.querySelector('[aria-invalid="true"]')) return;
  for (const [field, value] of draft.fields) {
    if (leave.has(field)) continue;
    for (const input of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) put(input, value);
  }
  const [key, input] = [draft.fields.find(([field]) => field === 'idempotencyKey'), form.querySelector('[name="idempotencyKey"]')];
  if (key && input) input.value = key[1];
  tell(form, draft.waiting ? '上次没有信号，内容还在本机，有信号后自动送出。' : '已恢复上次没有提交的内容。');
}

function put(input, value) {
  if (value instanceof File) {
    const list = new DataTransfer();
    list.items.add(value);
    input.files = list.files;
  } else if (input.type === 'checkbox' || input.type === 'radio') {
    input.checked = input.value === value;
  } else {
    input.value = value;
  }
}

// A new antiforgery token is fetched with the page: the one that was kept may be from yesterday.
async function freshToken(draft) {
  const answer = await fetch(draft.page, { credentials: 'same-origin' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const token = page.querySelector('input[name="__RequestVerificationToken"]');
  return token ? token.value : null;
}

async function send(draft, token) {
  const body = new FormData();
  for (const [field, value] of draft.fields) {
    if (field !== '__RequestVerificationToken') body.append(field, value);
  }
  body.append('__RequestVerificationToken', token);
  return fetch(draft.action, { method: 'POST', body, credentials: 'same-origin' });
}

async function submitted(event) {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.draft === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const draft = draftOf(form, true);
  await keep(draft);
  try {
    const token = form.querySelector('[name="__RequestVerificationToken"]').value;
    const answer = await send(draft, token);
    if (answer.status < 500) await forget(draft.key);
    show(await answer.text(), answer.url);
  } catch {
    tell(form, '没有信号，内容已存在本机，有信号后自动送出，可以接着走访下一户。');
    schedule();
  }
}

// Everything that waits, one after another; stops at the first that finds no signal.
async function flush() {
  for (const draft of (await all()).filter((d) => d.waiting)) {
    try {
      const token = await freshToken(draft);
      if (token === null) continue;
      const answer = await send(draft, token);
      if (answer.status < 400) {
        await forget(draft.key);
        announce();
      } else if (answer.status < 500) {
        await keep({ ...draft, waiting: false });
      }
    } catch {
      schedule();
      return;
    }
  }
}

function announce() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    if (form.querySelector('.upload-state')) tell(form, '本机存着的内容已经送出。刷新页面可以看到。');
  }
}

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(flush, every);
}

export function listen(page) {
  show = page.show;
  document.addEventListener('submit', submitted, true);
  document.addEventListener('change', (event) => {
    const form = event.target.form;
    if (form && form.dataset.draft !== undefined) setTimeout(() => keep(draftOf(form, false)), 400);
  });
  window.addEventListener('online', flush);
}

export function begin() {
  for (const form of document.querySelectorAll('form[data-draft]')) restore(form);
  flush();
}
