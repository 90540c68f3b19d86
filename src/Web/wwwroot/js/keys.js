// "/" goes to the search; in a list j and k go down and up, x ticks the row. Enter is the link's own.
const typing = (element) => element.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]');
const rows = () => [...document.querySelectorAll('[data-rows] tbody tr:not(.group)')];
const opener = (row) => row.querySelector('.col-title a') || row.querySelector('a[href]');

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const here = all.findIndex((row) => row.contains(document.activeElement) || row.hasAttribute('data-here'));
  const next = all[Math.min(all.length - 1, Math.max(0, here < 0 ? 0 : here + step))];
  const link = opener(next);
  if (link) link.focus();
}

function tick() {
  const row = rows().find((r) => r.contains(document.activeElement));
  const box = row && row.querySelector('input[type="checkbox"]');
  if (box) box.click();
}

export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const field = document.querySelector(`[data-focus-key="${CSS.escape(event.key)}"]`);
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === 'j' || event.key === 'k') {
      move(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'x') {
      tick();
    }
  });

  document.addEventListener('focusin', (event) => {
    for (const row of rows()) row.toggleAttribute('data-here', row.contains(event.target));
  });
}
