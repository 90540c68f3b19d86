// A click on the picture fills in the spot, in hundredths of its width and height; then the words are asked for.
export function listen() {
  document.addEventListener('click', (event) => {
    const picture = event.target.closest('[data-marks]');
    if (!picture) return;
    const form = document.getElementById(picture.dataset.marks);
    if (!form) return;
    const box = picture.getBoundingClientRect();
    form.elements.namedItem('page').value = '1';
    form.elements.namedItem('x').value = Math.round((100 * (event.clientX - box.left)) / box.width);
    form.elements.namedItem('y').value = Math.round((100 * (event.clientY - box.top)) / box.height);
    form.elements.namedItem('words').focus();
  });
}
