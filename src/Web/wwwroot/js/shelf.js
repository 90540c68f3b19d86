// What a phone keeps while there is no signal: one shelf for each county, a draft under its key.
const base = document.querySelector('link[rel="icon"]') ? new URL(document.baseURI).pathname.split('/')[1] : '';
const name = `yimen-drafts-${/^\d{6}$/.test(base) ? base : ''}`;

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

export const keep = (draft) => store('readwrite', (drafts) => drafts.put(draft));
export const forget = (key) => store('readwrite', (drafts) => drafts.delete(key));
export const all = () => store('readonly', (drafts) => drafts.getAll());

// Puts what was kept back into a form.
export function fill(form, fields) {
  for (const [field, value] of fields) {
    for (const input of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) put(input, value);
  }
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
