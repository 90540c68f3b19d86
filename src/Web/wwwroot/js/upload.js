// Makes photographs smaller before they leave a phone, and shows how far an upload has come.
let show, tell;
const busy = new WeakSet();
const longest = 2400; // pixels: an A4 page stays readable
const enough = 900 * 1024; // bytes: smaller files are left alone

async function smaller(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= enough || typeof createImageBitmap !== 'function') return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
}

async function chosen(input) {
  const before = [...input.files];
  if (before.length === 0) return;
  const after = await Promise.all(before.map((file) => smaller(file).catch(() => file)));
  if (after.some((file, i) => file !== before[i])) {
    const list = new DataTransfer();
    after.forEach((file) => list.items.add(file));
    input.files = list.files;
  }
  const size = after.reduce((sum, file) => sum + file.size, 0);
  tell(input.form, `已选 ${after.length} 个文件，共 ${mega(size)}`);
}

const mega = (bytes) => (bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

function send(form, submitter) {
  if (busy.has(form)) return;
  busy.add(form);
  const data = new FormData(form);
  if (submitter && submitter.name) data.append(submitter.name, submitter.value);
  const request = new XMLHttpRequest();
  const words = tell(form, '正在上传');
  const bar = document.createElement('progress');
  bar.max = 1;
  words.append(bar);
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.addEventListener('load', () => show(request.responseText, request.responseURL));
  request.addEventListener('error', () => {
    busy.delete(form);
    tell(form, '网络中断，文件没有传完。已填写的内容还在，请再提交一次。');
  });
  request.open('POST', form.action);
  request.send(data);
}

export function listen(page) {
  ({ show, tell } = page);
  document.addEventListener('change', (event) => {
    if (event.target.type === 'file' && event.target.form && event.target.form.hasAttribute('data-upload')) chosen(event.target);
  });
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !event.target.hasAttribute('data-upload')) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
}
