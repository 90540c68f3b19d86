// Looks at this page again while a long work runs, and puts the newer progress in place of the older.
let show;
const watched = new WeakSet();

async function again(element) {
  let html;
  let answer;
  try {
    answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    html = await answer.text();
  } catch {
    return watch(element); // the line is down for a moment: what stands on the page stays true
  }

  if (!answer.ok) return watch(element);
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(element.id);
  if (!fresh || !fresh.dataset.poll) return show(html, answer.url);
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceWith(document.adoptNode(fresh));
  if (focused) {
    const all = [...fresh.querySelectorAll('a, button')];
    const twin = all.find((e) => e.href && e.href === focused.href) || all.find((e) => e.className === focused.className);
    if (twin) twin.focus();
  }
  watch(fresh);
}

function watch(element) {
  watched.add(element);
  setTimeout(() => {
    if (document.hidden) watch(element);
    else if (element.isConnected) again(element);
  }, Math.max(1, Number(element.dataset.poll)) * 1000);
}

export function listen(page) {
  show = page.show;
}

export function begin() {
  for (const element of document.querySelectorAll('[data-poll]')) {
    if (!watched.has(element)) watch(element);
  }
}
