// Guards against a second click, asks before a dangerous verb, keeps the rail as it was, closes menus.
const sent = new WeakSet();

function ask(form, submitter) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  const words = document.createElement('p');
  words.id = 'ask-words';
  words.textContent = form.dataset.confirm;
  dialog.setAttribute('aria-labelledby', words.id);
  const verbs = document.createElement('div');
  verbs.className = 'verbs';
  const yes = button(submitter ? submitter.textContent.trim() : '确定', 'button button-danger');
  const no = button('返回', 'button button-quiet');
  verbs.append(no, yes);
  dialog.append(words, verbs);
  document.body.append(dialog);
  no.addEventListener('click', () => dialog.remove());
  yes.addEventListener('click', () => {
    dialog.remove();
    form.dataset.agreed = '';
    form.requestSubmit(submitter || undefined);
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  no.focus();
}

function button(text, css) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = css;
  element.textContent = text;
  return element;
}

function guard(form) {
  sent.add(form);
  const buttons = form.querySelectorAll('button[type="submit"]');
  for (const b of buttons) b.setAttribute('aria-disabled', 'true');
  // A form that answers with a download stays on the page: free it again.
  setTimeout(() => release(form), 8000);
}

function release(form) {
  sent.delete(form);
  for (const b of form.querySelectorAll('[aria-disabled]')) b.removeAttribute('aria-disabled');
}

function submitted(event) {
  const form = event.target;
  if (form.method !== 'post') return;
  if (sent.has(form)) {
    event.preventDefault();
  } else if (form.dataset.confirm && form.dataset.agreed === undefined && typeof HTMLDialogElement === 'function') {
    event.preventDefault();
    ask(form, event.submitter);
  } else {
    guard(form);
  }
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu !== except) menu.open = false;
  }
}

export function listen() {
  document.addEventListener('submit', submitted, true);
  document.addEventListener('unsent', (event) => release(event.target));
  document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = document.querySelector('details.menu[open]');
    closeMenus(null);
    if (open) open.querySelector('summary').focus();
  });
  document.addEventListener('change', (event) => {
    if (event.target.id === 'rail-toggle') localStorage.setItem('rail', event.target.checked ? 'narrow' : 'wide');
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form').forEach(release);
  });
}

export function begin() {
  const rail = document.getElementById('rail-toggle');
  if (rail && window.innerWidth > 760 && localStorage.getItem('rail') === 'narrow') rail.checked = true;
  const summary = document.querySelector('[data-autofocus]');
  if (summary) summary.focus();
}
