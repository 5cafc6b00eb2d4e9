#!/bin/sh
# PostgreSQL calls this once for each finished segment of its write-ahead log (archive_command):
#   archive-wal <path of the segment> <its name>
# Only 0 means "safe in the archive"; anything else and PostgreSQL keeps the segment and tries again.
set -eu
from=$1
folder=@WAL@
to=$folder/$2
draft=$folder/.$2.draft

if [ -e "$to" ]; then
  # After a crash the same segment may come twice: fine. Another one of the same name: two servers share this folder.
  cmp -s "$from" "$to" && exit 0
  echo "archive-wal: $to is there already and differs: one archive serves one server only" >&2
  exit 1
fi

# The time of the last write is kept (-p): by it a restore knows how far the archive reaches.
rm -f "$draft"
cp -p "$from" "$draft"
sync "$draft"
# Not mv: a link never replaces what is there.
ln "$draft" "$to"
rm -f "$draft"
sync "$folder"
