// Keeps what is typed and photographed on a phone that loses its signal. A form with data-draft (whose account, then which form) is kept while it is filled in.
// What is submitted without a signal waits under its idempotency key and is sent when there is one: the server does it once. Without script it is an ordinary form.
const token = '__RequestVerificationToken';
const leave = new Set(['version', 'idempotencyKey']);
const every = 30000; // milliseconds between two attempts to send
const pause = 400; // milliseconds after the last change
const typing = new WeakMap(); // form: its change that is still to be kept
const restored = new WeakMap(); // form: the draft that was put into it
let show, tell, part, timer;

const keep = async (draft) => (await part('shelf')).keep(draft);
const forget = async (key) => (await part('shelf')).forget(key);
const all = async () => (await part('shelf')).all();
const keyOf = (form) => form.querySelector('[name="idempotencyKey"]');
const signedOut = (answer) => answer.redirected && new URL(answer.url).pathname.endsWith('/login');

function draftOf(form, waiting) {
  const of = form.dataset.draft;
  const fields = [...new FormData(form)].filter(([field, value]) => field !== token && (!(value instanceof File) || value.size > 0));
  return { key: waiting ? `${of}#${keyOf(form).value}` : of, of, action: form.action, page: location.href, waiting, fields };
}

// What was typed before comes back into an untouched form; a form that came back from the server with faults is left as it is.
async function restore(form) {
  if (form.querySelector('[aria-invalid="true"]')) return;
  const mine = (await all()).filter((draft) => draft.of === form.dataset.draft);
  const [waiting, draft] = [mine.filter((d) => d.waiting).length, mine.find((d) => !d.waiting)];
  if (draft) {
    (await part('shelf')).fill(form, draft.fields.filter(([field]) => !leave.has(field)));
    restored.set(form, draft.key);
  }
  if (waiting > 0) tell(form, `没有信号时填写的 ${waiting} 份内容还在本机，有信号后自动送出。`);
  else if (draft) tell(form, draft.refused ? '上次存在本机的内容没有被收下，请核对后再提交。' : '已恢复上次没有提交的内容。');
}

// A new antiforgery token is fetched with the page: the one that was kept may be from yesterday.
const freshToken = async (answer) => tokenOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
const tokenOf = (part) => (part.querySelector(`input[name="${token}"]`) || { value: '' }).value;

async function send(draft, proof) {
  const body = new FormData();
  for (const [field, value] of [...draft.fields, [token, proof]]) body.append(field, value);
  return fetch(draft.action, { method: 'POST', body, credentials: 'same-origin' });
}

async function submitted(event) {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.draft === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  clearTimeout(typing.get(form));
  const draft = draftOf(form, true);
  const kept = await wait(form, draft).then(() => true, () => false);
  try {
    const answer = await send(draft, tokenOf(form));
    if (kept && answer.status < 500 && !signedOut(answer)) await forget(draft.key);
    show(await answer.text(), answer.url);
  } catch {
    if (!kept) {
      form.dispatchEvent(new CustomEvent('unsent', { bubbles: true }));
      tell(form, '没有信号，这台设备也存不下内容。请不要离开这一页，有信号后再提交。');
      return;
    }
    anew(form);
    tell(form, '没有信号，内容已存在本机，有信号后自动送出，可以接着走访下一户。');
    schedule();
  }
}

// From here on it waits to be sent, and is no longer a draft.
async function wait(form, draft) {
  await keep(draft);
  await forget(draft.of);
  if (restored.has(form)) await forget(restored.get(form));
}

// Empty again and with a key of its own: what is filled in next is another matter.
function anew(form) {
  form.reset();
  form.dispatchEvent(new CustomEvent('unsent', { bubbles: true }));
  keyOf(form).value = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Everything of this account that waits, one after another; stops at the first that finds no signal, and where the sign-in has run out.
async function flush() {
  const form = document.querySelector('form[data-draft]');
  const mine = form ? form.dataset.draft.split('/')[0] + '/' : null;
  for (const draft of (await all()).filter((d) => mine && d.waiting && d.of.startsWith(mine))) {
    try {
      const page = await fetch(draft.page, { credentials: 'same-origin' });
      const answer = signedOut(page) ? page : await send(draft, await freshToken(page));
      if (signedOut(answer)) {
        announce('登录已过期，内容还在本机。请重新登录，登录后自动送出。');
        return;
      }
      await settle(draft, answer.status);
    } catch {
      schedule();
      return;
    }
  }
}

async function settle(draft, status) {
  if (status < 400) {
    await forget(draft.key);
    announce('本机存着的内容已经送出。刷新页面可以看到。');
  } else if (status < 500) {
    await keep({ ...draft, waiting: false, refused: true });
    announce('本机存着的内容没有被收下，请打开原来的页面核对后再提交。');
  } else {
    schedule();
  }
}

function announce(text) {
  for (const words of document.querySelectorAll('form[data-draft] .upload-state')) words.textContent = text;
}

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(flush, every);
}

function changed(event) {
  const form = event.target.form;
  if (!form || form.dataset.draft === undefined) return;
  clearTimeout(typing.get(form));
  typing.set(form, setTimeout(() => keep(draftOf(form, false)), pause));
}

export function listen(page) {
  ({ show, tell, part } = page);
  document.addEventListener('submit', submitted, true);
  document.addEventListener('input', changed);
  document.addEventListener('change', changed);
  window.addEventListener('online', flush);
}

export async function begin() {
  await Promise.all([...document.querySelectorAll('form[data-draft]')].map(restore));
  flush();
}
