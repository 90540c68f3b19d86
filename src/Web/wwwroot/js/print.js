// Opens the printing dialog once for what was made to be printed; the page itself can be printed without this.
export function begin() {
  const sheet = document.querySelector('[data-print]');
  if (!sheet) return;
  sheet.removeAttribute('data-print');
  // once: going back to the page must not print again
  history.replaceState(null, '', location.href.replace(/[?&]print=1/, ''));
  window.print();
}
