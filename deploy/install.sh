#!/usr/bin/env bash
# Installs or upgrades Yimen from this unpacked bundle. Needs no network and no SDK.
# usage: install.sh [--root DIR]     --root puts everything under DIR and touches neither users nor services: a rehearsal
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
root=""
[ "${1:-}" != --root ] || root=$(mkdir -p "$2" && cd "$2" && pwd)
release=$(cat "$here/RELEASE")
base=$root/opt/yimen

say() { echo "· $*"; }

[ -n "$root" ] || [ "$(id -u)" = 0 ] || { echo "请以 root 运行，或用 --root 目录 先试装。" >&2; exit 3; }

say "核对文件"
(cd "$here" && sha256sum --quiet --strict -c SHA256SUMS)

if [ -z "$root" ] && ! id yimen >/dev/null 2>&1; then
  say "建立系统用户 yimen"
  useradd --system --home-dir /var/lib/yimen --no-create-home --shell /usr/sbin/nologin yimen
fi

say "安装 $release 到 $base/releases/$release"
mkdir -p "$base/releases" "$root/etc/yimen" "$root/usr/local/bin" "$root/etc/systemd/system"
rm -rf "$base/releases/$release.new"
cp -r "$here" "$base/releases/$release.new"
chmod -R u=rwX,go=rX "$base/releases/$release.new"
rm -rf "$base/releases/$release"
mv "$base/releases/$release.new" "$base/releases/$release"
previous=$(readlink "$base/current" 2>/dev/null || true)
ln -sfn "releases/$release" "$base/current.new" && mv -T "$base/current.new" "$base/current"
[ -z "$previous" ] || [ "$previous" = "releases/$release" ] || say "上一版本保留在 $base/$previous"

if [ ! -e "$root/etc/yimen/yimen.env" ]; then
  say "写入默认设置 $root/etc/yimen/yimen.env"
  (umask 027; sed "s|/var/lib/yimen|$root/var/lib/yimen|" "$here/deploy/yimen.env" >"$root/etc/yimen/yimen.env")
  [ -n "$root" ] || chgrp yimen /etc/yimen/yimen.env
fi
sed "s|@ROOT@|$root|" "$here/deploy/yimen" >"$root/usr/local/bin/yimen.new"
chmod 755 "$root/usr/local/bin/yimen.new" && mv "$root/usr/local/bin/yimen.new" "$root/usr/local/bin/yimen"

if [ -n "$root" ]; then
  mkdir -p "$root/var/lib/yimen" && chmod 700 "$root/var/lib/yimen"
  cp "$here/deploy/yimen.service" "$root/etc/systemd/system/"
  say "试装完成。可以用 $root/usr/local/bin/yimen run 启动。"
  exit
fi
install -d -o yimen -g yimen -m 700 /var/lib/yimen
install -m 644 "$here/deploy/yimen.service" /etc/systemd/system/yimen.service
systemctl daemon-reload
say "完成。请检查 /etc/yimen/yimen.env，然后：systemctl enable --now yimen"
