// Every page works without this. Parts are fetched only where the page has something for them, under the same version.
const version = new URL(import.meta.url).search;
const parts = {
  keys: '[data-focus-key], [data-rows]',
  forms: 'form, details.menu, #rail-toggle',
  check: '[data-check]',
  progress: '[data-poll]',
  drafts: 'form[data-draft]',
  upload: 'form[data-upload]',
  print: '[data-print]',
  bridge: '[data-bridge]',
  phrases: '[data-phrases]',
  marks: '[data-marks]',
  hints: '[data-hints]',
};
const started = new Set();

const load = (part) => import(`./${part}.js${version}`);

// Called again when a part has put a new body in place (an upload, a finished import).
function start() {
  for (const [part, needs] of Object.entries(parts)) {
    if (document.querySelector(needs)) {
      load(part).then((module) => {
        if (!started.has(part) && module.listen) module.listen({ show, tell, part: load });
        started.add(part);
        if (module.begin) module.begin();
      });
    }
  }
}

// Says under a form how its sending goes; returned, so that more can stand beside the words.
function tell(form, text) {
  let words = form.querySelector('.upload-state');
  if (!words) {
    words = document.createElement('div');
    words.className = 'upload-state';
    words.setAttribute('role', 'status');
    form.append(words);
  }
  words.textContent = text;
  return words;
}

// Shows a page that was fetched, as if the browser had gone there.
function show(html, url) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  if (url && url !== location.href) history.pushState(null, '', url);
  window.scrollTo(0, 0);
  start();
}

window.addEventListener('popstate', () => {
  if (!location.hash) location.reload();
});

start();
